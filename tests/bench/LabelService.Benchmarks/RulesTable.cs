using System.Collections.Immutable;
using System.Diagnostics;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Benchmarks;

/// <summary>A thousand rules: how long they take to load, to load again with one file changed, and what they add to a check.</summary>
internal static class RulesTable
{
    private const int Rounds = 7;
    private static readonly RulesetSettings Settings = new(TimeZoneInfo.Utc, []);
    private static readonly AskedDay Day = new(new DateOnly(2023, 2, 7), DayOrigin.Request);

    public static void Print(int packs)
    {
        var files = Bench.Files();
        foreach (var pack in files.Keys.Where(f => f.StartsWith("packs/", StringComparison.Ordinal)).ToList())
            files.Remove(pack);
        var (few, many) = (new Dictionary<string, string>(files, StringComparer.Ordinal), files);
        RuleWorkload.AddTo(few, 1, 10);
        RuleWorkload.AddTo(many, packs, 20);
        var began = Stopwatch.GetTimestamp();
        var ruleset = Build(many, null);
        Console.WriteLine($"{ruleset.Rules.Length:N0} rules in {packs} packs");
        Console.WriteLine($"  first load, nothing compiled {Stopwatch.GetElapsedTime(began).TotalMilliseconds,8:F0} ms");
        Console.WriteLine($"  load                         {Least(() => Build(many, null)),8:F0} ms");
        var round = 0;
        Console.WriteLine($"  reload, one pack changed     {Least(() => Build(Changed(many, round++), ruleset)),8:F0} ms");
        Console.WriteLine($"  reload, nothing changed      {Least(() => Build(many, ruleset)),8:F0} ms");
        PrintChecks(Build(few, null), ruleset);
    }

    private static void PrintChecks(Ruleset few, Ruleset many)
    {
        foreach (var (name, request) in Articles())
        {
            // Warmed and measured in turn, so that both see the same machine.
            Median(few, request);
            Median(many, request);
            var pairs = Enumerable.Range(0, 5).Select(_ => (Few: Median(few, request), Many: Median(many, request))).ToList();
            var (ten, thousand) = (pairs.Min(p => p.Few), pairs.Min(p => p.Many));
            Console.WriteLine($"  check, {name,-22} {ten,8:F1} µs with {few.Rules.Length} rules, {thousand:F1} µs with {many.Rules.Length:N0}: {thousand / ten:F2} times");
        }
    }

    private static IEnumerable<(string Name, CheckRequest Request)> Articles()
    {
        var plain = new Bench(6_000).Request;
        yield return ("6,000 bytes", plain);
        yield return ("6,000 bytes, advertising", plain with { Article = plain.Article with { Kind = ArticleKind.Advertisement, Section = "world", Tags = ["Japan"] } });
        yield return ("600 bytes", new Bench(600).Request);
    }

    private static double Median(Ruleset ruleset, CheckRequest request)
    {
        StageTable.RunFor(TimeSpan.FromMilliseconds(150), () => ArticleChecker.Check(request, Day, ruleset, Exceptions.None));
        var times = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var began = Stopwatch.GetTimestamp();
            GC.KeepAlive(ArticleChecker.Check(request, Day, ruleset, Exceptions.None));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }
        times.Sort();
        return times[times.Count / 2];
    }

    private static Dictionary<string, string> Changed(Dictionary<string, string> files, int round) =>
        new(files, StringComparer.Ordinal) { [RuleWorkload.Path(0)] = files[RuleWorkload.Path(0)].Replace("version: 1", $"version: 1.{round}", StringComparison.Ordinal) };

    private static double Least(Action work) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    });

    private static Ruleset Build(Dictionary<string, string> files, Ruleset? lastGood)
    {
        var result = RulesetBuilder.Build(files, Settings, lastGood);
        return result.Errors.IsEmpty ? result.Ruleset! : throw new InvalidDataException(string.Join('\n', result.Errors));
    }
}
