using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Benchmarks;

/// <summary>The worst texts at doubling sizes: CPU milliseconds of the search for names and of a whole check; each should double.</summary>
internal static class WorstTable
{
    private static readonly int[] Sizes = [250_000, 500_000, 1_000_000, 2_000_000];

    public static void Print()
    {
        var index = NameIndexBuilder.Build(
        [
            Body("Фонд Фонда", 1), Body("Фонд Фонда Фонда", 2), Body("Фонд", 3),
            .. Enumerable.Range(0, 5_000).Select(i => Body($"Общество с ограниченной ответственностью «Луг {i}»", 100 + i)),
            .. Enumerable.Range(0, 50).Select(i => Person($"Травкин {i switch { 0 => "Пётр Ильич", _ => $"Пётр {(char)('А' + i % 30)}льич" }}", i)),
        ]);
        Console.WriteLine($"{"CPU ms by characters",-24}{string.Concat(Sizes.Select(s => $"{s,12:N0}"))}");
        NameFinder.Find(WorstTexts.Make("one name after another", 100_000), index);
        foreach (var kind in WorstTexts.Kinds)
        {
            Row(kind, size => NameFinder.Find(WorstTexts.Make(kind, size), index).Count);
        }

        foreach (var kind in WorstTexts.Kinds)
        {
            Row("check: " + kind, size => Check(WorstTexts.Make(kind, size)));
        }
    }

    private static void Row(string name, Func<int, int> work)
    {
        var times = Sizes.Select(size =>
        {
            var began = Environment.CpuUsage.TotalTime;
            work(size);
            return (Environment.CpuUsage.TotalTime - began).TotalMilliseconds;
        });
        Console.WriteLine($"{name,-32}{string.Concat(times.Select(t => $"{t,10:F0}"))}");
    }

    private static int Check(string text)
    {
        try
        {
            var request = new CheckRequest { Article = new Article { Body = text }, Store = false };
            return ArticleChecker.Check(request, new AskedDay(new DateOnly(2023, 2, 7), DayOrigin.Request), Bench.Ruleset, Exceptions.None).Disclosures.Length;
        }
        catch (CheckRefusedException)
        {
            return -1;
        }
    }

    private static Entity Body(string name, int number) => Person(name, 1_000 + number) with { Kind = EntityKind.Organisation };

    private static Entity Person(string name, int number) => new() { Id = $"bench:{number}", Registry = "bench", Kind = EntityKind.Person, Name = name, Listings = [] };
}
