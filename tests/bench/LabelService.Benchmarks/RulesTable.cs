using System.Diagnostics;
using System.Globalization;
using System.Text;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Benchmarks;

/// <summary>What many rules cost: 1,000 in 50 packs to load, to load again after one file changed, and in a check against ten rules.</summary>
internal static class RulesTable
{
    private const int Packs = 50;
    private const int RulesInPack = 20;
    private const int Rounds = 7;
    private static readonly RulesetSettings Settings = new(TimeZoneInfo.Utc, []);

    public static void Print()
    {
        var many = Files(Packs, RulesInPack);
        var few = Files(1, 10);
        RulesetBuilder.Build(few, Settings);
        Console.WriteLine($"first load of {Packs * RulesInPack} rules in {Packs} packs: {Time(() => RulesetBuilder.Build(many, Settings)):F0} ms");
        Console.WriteLine($"the same, compiled code warm (median of {Rounds}):  {Median(() => RulesetBuilder.Build(many, Settings)):F0} ms");
        var loaded = Loaded(many);
        var changed = new Dictionary<string, string>(many, StringComparer.Ordinal) { ["packs/pack-07/pack.yaml"] = many["packs/pack-07/pack.yaml"].Replace("version: 1", "version: 2", StringComparison.Ordinal) };
        Console.WriteLine($"loaded again after one file changed:         {Median(() => RulesetBuilder.Build(changed, Settings, loaded)):F0} ms");
        var (ten, all) = Checks(Loaded(few), loaded);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a check of 6,000 bytes: {ten:F1} µs with ten rules, {all:F1} µs with {Packs * RulesInPack}; ratio {all / ten:F2}"));
    }

    private static Ruleset Loaded(Dictionary<string, string> files)
    {
        var result = RulesetBuilder.Build(files, Settings);
        foreach (var error in result.Errors.Take(5))
        {
            Console.WriteLine(error);
        }

        return result.Ruleset!;
    }

    /// <summary>Median microseconds of both, measured in turns.</summary>
    private static (double Few, double Many) Checks(Ruleset few, Ruleset many)
    {
        var request = new Bench(6_000).Request with { AsOf = new DateOnly(2026, 9, 1) };
        var (fewTimes, manyTimes) = (new List<double>(), new List<double>());
        for (var i = 0; i < 400; i++)
        {
            fewTimes.Add(Batch(request, few));
            manyTimes.Add(Batch(request, many));
        }

        return (fewTimes.Skip(100).Order().ElementAt(150), manyTimes.Skip(100).Order().ElementAt(150));
    }

    private static double Batch(CheckRequest request, Ruleset ruleset)
    {
        const int Runs = 20;
        var day = AskedDays.Of(request, ruleset.TimeZone);
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Runs; i++)
        {
            GC.KeepAlive(ArticleChecker.Check(request, day, ruleset, Exceptions.None));
        }

        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / Runs;
    }

    private static double Median(Func<object> work) => Enumerable.Range(0, Rounds).Select(_ => Time(work)).Order().ElementAt(Rounds / 2);

    private static double Time(Func<object> work)
    {
        var began = Stopwatch.GetTimestamp();
        GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>Packs of every kind of condition, in several jurisdictions, and a registry of a thousand invented names.</summary>
    private static Dictionary<string, string> Files(int packs, int rules)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["registries/invented.csv"] = Registry(), ["registries/invented.yaml"] = "title: { en: Invented, ru: Выдуманный }\njurisdiction: RU\n" };
        for (var i = 0; i < packs; i++)
        {
            files[$"packs/pack-{i:00}/pack.yaml"] = Pack(i, rules);
        }

        return files;
    }

    private static string Pack(int number, int rules)
    {
        var jurisdiction = new[] { "any", "RU", "DE", "US", "FR" }[number % 5];
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"pack: pack-{number:00}\nversion: 1\njurisdiction: {jurisdiction}\ntitle: {{ en: Pack {number}, ru: Пакет {number} }}\nnotices:\n");
        for (var i = 0; i < rules / 4; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: n{number}-{i}, type: t{number}-{i}, language: en, pattern: 'this text of series {number} part {i} was (made|written) by {{subject}}' }}\n");
        }

        text.Append("rules:\n");
        for (var i = 0; i < rules; i++)
        {
            var part = i % (rules / 4);
            text.Append(CultureInfo.InvariantCulture, $$"""
                  - id: p{{number}}.r{{i}}
                    title: { en: Rule {{i}}, ru: Правило {{i}} }
                    status: on
                    note: Made for a benchmark.
                    basis: [{ act: An act, article: '{{i}}' }]
                    when:
                      {{When(number, i)}}
                    require:
                      - disclosure: t{{number}}-{{part}}
                        text: { en: "This text of series {{number}} part {{part}} was made by a machine.", ru: "Текст серии {{number}}." }
                    cases: cases/{{i}}.yaml

                """);
        }

        return text.ToString();
    }

    private static string When(int number, int i) => (i % 8) switch
    {
        0 => "entity: { registry: invented, role: [author, publisher, source] }",
        1 => $"attribute: {{ name: flag{number}, equals: true }}",
        2 => $"terms: {{ any: [\"wordless{number}x{i}\", \"nowhere {number} {i}\"] }}",
        3 => "kind: advertisement",
        4 => $"all: [{{ kind: opinion }}, {{ attribute: {{ name: a{i}, exists: true }} }}]",
        5 => $"section: section-{number}-{i}",
        6 => $"tag: tag-{number}-{i}",
        _ => $"all: [{{ entity: {{ registry: invented, role: mentioned }} }}, {{ not: {{ kind: satire }} }}, {{ attribute: {{ name: b{i}, equals: x }} }}]",
    };

    private static string Registry()
    {
        var csv = new StringBuilder("id,kind,name,listed_from\n");
        for (var i = 0; i < 1000; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"inv:{i},organisation,Выдуманное общество номер {i} из Заречья,2022-01-01\n");
        }

        return csv.ToString();
    }
}
