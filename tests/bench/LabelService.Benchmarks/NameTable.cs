using System.Buffers;
using System.Text;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;

namespace LabelService.Benchmarks;

/// <summary>
/// How fast registered names are found, in all forms and with offsets, on one thread: MB of UTF-8 per CPU second by the number of names,
/// and what building the index costs; beside it the framework's own search for many strings, which tells where, not who, and knows no
/// forms. The texts are invented ones, or those of a folder with <c>names_N.txt</c> and <c>articles.txt</c>, a name and an article a line.
/// </summary>
internal static class NameTable
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];
    private const int Rounds = 7;

    public static void Print(string? folder)
    {
        var lists = Sizes.Select(size => (Size: size, Entities: folder is null ? NameWorkload.Persons(size) : Entities(Path.Combine(folder, $"names_{size}.txt")))).ToList();
        var articles = folder is not null
            ? File.ReadAllLines(Path.Combine(folder, "articles.txt"))
            : Enumerable.Range(0, 1_500).Select(i => NameWorkload.Article(6_000, lists[i % lists.Count].Entities, i)).ToArray();
        var bytes = articles.Sum(a => (long)Encoding.UTF8.GetByteCount(a));
        Console.WriteLine($"{articles.Length} articles, {bytes / 1e6:F1} MB of UTF-8");
        Console.WriteLine("  names   build s  build MB   forms     hits   MB/s (median, CPU)  MB/s (best)  SearchValues  ratio");
        // The compiler's first look at the builder is not the list's cost.
        GC.KeepAlive(NameIndexBuilder.Build(lists[0].Entities));
        var built = lists.Select(l => Build(l.Size, l.Entities)).ToList();
        // Sizes take turns, so that the machine's moods fall on all of them.
        var speeds = built.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < built.Count; i++)
            {
                speeds[i].Add(bytes / 1e6 / Search(articles, built[i].Index).TotalSeconds);
            }
        }

        for (var i = 0; i < built.Count; i++)
        {
            var b = built[i];
            speeds[i].Sort();
            var other = bytes / 1e6 / Alternative(articles, lists[i].Entities).TotalSeconds;
            Console.WriteLine($"{b.Size,7}  {b.Seconds,7:F2}  {b.Megabytes,8:F0}  {b.Index.Forms.Count,7}  {Hits(articles, b.Index),7}  {speeds[i][Rounds / 2],18:F0}  {speeds[i][^1],11:F0}  {other,12:F0}  {speeds[i][Rounds / 2] / other,5:F1}");
        }
    }

    private static (int Size, double Seconds, double Megabytes, NameIndex Index) Build(int size, List<Entity> entities)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Environment.CpuUsage.TotalTime;
        var index = NameIndexBuilder.Build(entities);
        var seconds = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
        return (size, seconds, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, index);
    }

    private static TimeSpan Search(string[] articles, NameIndex index)
    {
        var hits = new List<NameHit>();
        var began = Environment.CpuUsage.TotalTime;
        foreach (var article in articles)
        {
            hits.Clear();
            NameFinder.Find(article, index, hits);
        }

        return Environment.CpuUsage.TotalTime - began;
    }

    /// <summary>One pass over a tenth of the articles; it is slow enough to measure.</summary>
    private static TimeSpan Alternative(string[] articles, List<Entity> entities)
    {
        var values = SearchValues.Create([.. entities.Select(e => e.Name)], StringComparison.OrdinalIgnoreCase);
        var began = Environment.CpuUsage.TotalTime;
        var found = 0;
        foreach (var article in articles.Where((_, i) => i % 10 == 0))
        {
            for (var rest = article.AsSpan(); rest.IndexOfAny(values) is >= 0 and var at; rest = rest[(at + 1)..])
            {
                found++;
            }
        }

        GC.KeepAlive(found);
        return (Environment.CpuUsage.TotalTime - began) * 10;
    }

    private static int Hits(string[] articles, NameIndex index) => articles.Sum(a => NameFinder.Find(a, index).Count(h => h.Kind == NameKind.GivenAndSurname));

    private static List<Entity> Entities(string file) => File.ReadLines(file).Select((name, i) => new Entity
    {
        Id = $"e{i}",
        Registry = "bench",
        Kind = EntityKind.Person,
        Name = name,
        Listings = [],
    }).ToList();
}
