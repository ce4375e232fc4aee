using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LabelService.Engine.Candidates;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Rulesets;
using LabelService.Workflow;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Archive.Importing;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Benchmarks;

/// <summary>How fast an archive is taken in, how large its index is, and what is found of entities that come into a register later.</summary>
internal static class ArchiveTable
{
    private const string StoreFile = "labels.db";
    private const string Register = "registries/ru-foreign-agents.csv";

    /// <param name="postgres">The connection string of an empty database; null for a new SQLite file.</param>
    /// <param name="keep">Where the SQLite file goes afterwards; null to delete it.</param>
    public static async Task PrintAsync(int count, string? postgres, string? keep)
    {
        var folder = Directory.CreateTempSubdirectory("labelservice-archive-");
        try
        {
            var workload = new ArchiveWorkload();
            var file = Path.Combine(folder.FullName, "archive.ndjson");
            workload.Write(file, count);
            Say($"{count:N0} articles of {new FileInfo(file).Length / count:N0} bytes, all packs, {(postgres is null ? "SQLite" : "PostgreSQL")}, {Environment.ProcessorCount} cores");
            await using (var services = await ServicesAsync(folder.FullName, postgres))
            {
                await ImportAsync(services, file, count);
                SayPeak("taken in");
                await SizesAsync(services, count);
                await FindAsync(services, workload, count);
                SayPeak("found");
            }

            IndexAlone(file);
            if (keep is not null)
            {
                SqliteConnection.ClearAllPools();
                File.Move(Path.Combine(folder.FullName, StoreFile), keep, overwrite: true);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What is found in a store that was kept.</summary>
    public static async Task FindAsync(string store)
    {
        await using var services = await ServicesAsync(Path.GetDirectoryName(Path.GetFullPath(store))!, null, Path.GetFileName(store));
        await using var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        await FindAsync(services, new ArchiveWorkload(), await db.Articles.CountAsync());
        SayPeak("found");
    }

    private static void SayPeak(string when) => Say($"  peak memory when all is {when}: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");

    /// <summary>What the index alone costs: keys of articles that are read already, and their segment.</summary>
    private static void IndexAlone(string file)
    {
        var articles = File.ReadLines(file).Take(Postings.MostArticles)
            .Select(line => ArticleReader.Read(new CheckRequest { Article = JsonSerializer.Deserialize<Article>(line, ContractJson.Wire)! })).ToList();
        Postings.Build(articles.ConvertAll(ArticleWords.Of));
        var cpu = Environment.CpuUsage.TotalTime;
        var keys = articles.ConvertAll(ArticleWords.Of);
        var read = Environment.CpuUsage.TotalTime;
        Postings.Build(keys);
        var built = Environment.CpuUsage.TotalTime;
        Say($"  the index alone: {keys.Average(k => k.Length):F0} keys an article, {(read - cpu).TotalMicroseconds / keys.Count:F0} µs of CPU to gather and {(built - read).TotalMicroseconds / keys.Count:F0} µs to lay down");
    }

    private static async Task ImportAsync(ServiceProvider services, string file, int count)
    {
        var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var done = await services.GetRequiredService<ArchiveImporter>().RunAsync(new ImportOrder(file, "default"), _ => { }, default);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var spent = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / count;
        Say($"  taken in: {done.Counts.Added:N0} in {seconds:F1} s, {count / seconds:N0} articles/s, {spent:F0} µs of CPU each, {done.Counts.Rejected} refused");
    }

    private static async Task SizesAsync(ServiceProvider services, int count)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var index = await db.Database.SqlQueryRaw<long>("""SELECT CAST(sum(length("Data")) AS bigint) AS "Value" FROM "archive_postings" """).SingleAsync();
        var bodies = await db.Database.SqlQueryRaw<long>("""SELECT CAST(sum(length("Submitted")) AS bigint) AS "Value" FROM "articles" """).SingleAsync();
        var whole = await db.Database.SqlQueryRaw<long>(db.Database.IsSqlite()
            ? """SELECT page_count * page_size AS "Value" FROM pragma_page_count(), pragma_page_size()"""
            : """SELECT pg_database_size(current_database()) AS "Value" """).SingleAsync();
        Say($"  an article: index {index / count:N0} bytes, body {bodies / count:N0}, store in all {whole / count:N0}; {await db.ArchiveSegments.CountAsync()} segments");
    }

    private static async Task FindAsync(ServiceProvider services, ArchiveWorkload workload, int count)
    {
        var shipped = services.GetRequiredService<RulesetHolder>().Current.Ruleset!;
        var candidates = services.GetRequiredService<Candidates>();
        var ids = await NumbersAsync(services, count);
        (string Title, int[] Names, int Ended)[] rows =
        [
            ("1 added, cold", [0], 0), ("1 added", [1], 0), ("1 added, of a strange given name", [ArchiveWorkload.Strange], 0), ("10 added", [.. Enumerable.Range(0, 10)], 0),
            ("50 added", [.. Enumerable.Range(0, ArchiveWorkload.Planted)], 0), ("40 added, 10 ended", [.. Enumerable.Range(0, ArchiveWorkload.Planted)], 10),
        ];
        foreach (var (title, names, ended) in rows)
        {
            var before = ended == 0 ? shipped : With(names.Take(ended).Select(n => workload.Names[n]), 0);
            var after = With(names.Select(n => workload.Names[n]), ended);
            var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var query = EntityWords.OfChange(before, after, [.. names.Select((_, i) => Id(i))]);
            var made = Stopwatch.GetElapsedTime(began);
            var found = await candidates.FindAsync(query, default);
            var (took, spent) = (Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - cpu);
            var truth = Enumerable.Range(0, count).Where(a => names.Any(n => ArchiveWorkload.Holds(a, n))).Select(a => ids[a]).ToHashSet();
            var right = found.Ids.Count(truth.Contains);
            Say($"  {title}: {found.Ids.Length:N0} candidates in {took.TotalMilliseconds:N0} ms ({made.TotalMilliseconds:N0} to make the query, {spent.TotalMilliseconds:N0} of CPU), recall {100.0 * right / Math.Max(1, truth.Count):F2} %, precision {100.0 * right / Math.Max(1, found.Ids.Length):F1} %");
        }
    }

    /// <summary>The store's number of each article, by the generator's.</summary>
    private static async Task<long[]> NumbersAsync(ServiceProvider services, int count)
    {
        var ids = new long[count];
        await using var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        await foreach (var row in db.Articles.Select(a => new { a.Id, a.ExternalId }).AsAsyncEnumerable())
        {
            ids[int.Parse(row.ExternalId.AsSpan(1), CultureInfo.InvariantCulture)] = row.Id;
        }

        return ids;
    }

    /// <param name="ended">Of so many of them, the first, the listing is over.</param>
    private static Ruleset With(IEnumerable<string> names, int ended)
    {
        var files = Bench.Files();
        files[Register] = files[Register].TrimEnd() + "\n" + string.Concat(names.Select((name, i) => $"{Id(i)},person,{name},,,,,,,,2022-01-01,{(i < ended ? "2023-01-01" : "")},,,\n"));
        return RulesetBuilder.Build(files, new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!;
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"bench:{number}");

    private static async Task<ServiceProvider> ServicesAsync(string folder, string? postgres, string file = StoreFile)
    {
        var values = new Dictionary<string, string?>
        {
            ["Storage:Provider"] = postgres is null ? "sqlite" : "postgres",
            ["Storage:ConnectionString"] = postgres ?? $"Data Source={Path.Combine(folder, file)}",
            ["Rules:Path"] = Bench.RulesFolder,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection().AddLogging().AddLabelWorkflow(configuration, folder, _ => "http://127.0.0.1:5080").BuildServiceProvider();
        await WorkflowServices.PrepareAsync(services, default);
        return services;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
