using System.Diagnostics;
using System.Globalization;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Workflow;
using LabelService.Workflow.Archive.Importing;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Sweeps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LabelService.Benchmarks;

/// <summary>What a change of a register costs an archive: which articles it touches, what becomes of them, and how fast all are looked at.</summary>
internal sealed class SweepTable(ServiceProvider services, ArchiveWorkload workload, string rules, int count)
{
    /// <summary>To change every article of a larger archive takes long, and tells nothing more.</summary>
    private const int MostChanged = 100_000;

    private const string Register = "registries/ru-foreign-agents.csv";

    /// <param name="postgres">The connection string of an empty database; null for a new SQLite file.</param>
    /// <param name="kept">A SQLite store that the measure of archives has kept, which is copied; null to take the articles in.</param>
    public static async Task PrintAsync(int count, string? postgres, string? kept = null)
    {
        var folder = Directory.CreateTempSubdirectory("labelservice-sweep-");
        try
        {
            var rules = Path.Combine(folder.FullName, "rules");
            foreach (var (path, text) in Bench.Files())
            {
                var file = Path.Combine(rules, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllTextAsync(file, text);
            }

            var (workload, archive) = (new ArchiveWorkload(), Path.Combine(folder.FullName, "archive.ndjson"));
            if (kept is null)
            {
                workload.Write(archive, count);
            }
            else
            {
                File.Copy(kept, Path.Combine(folder.FullName, "labels.db"));
            }

            Say($"{count:N0} articles, all packs, {(postgres is null ? "SQLite" : "PostgreSQL")}, {Environment.ProcessorCount} cores");
            await using var services = await ServicesAsync(folder.FullName, rules, postgres);
            var table = new SweepTable(services, workload, rules, count);
            if (await table.ChangedAsync() is { } first)
            {
                // The rules of a kept store are those that it was made with.
                await services.GetRequiredService<SweepOrders>().CancelAsync(first, SweepCaller.CommandLine, default);
            }

            if (kept is null)
            {
                var began = Stopwatch.GetTimestamp();
                await services.GetRequiredService<ArchiveImporter>().RunAsync(new ImportOrder(archive, "default"), _ => { }, default);
                Say($"  taken in: {count / Stopwatch.GetElapsedTime(began).TotalSeconds:N0} articles/s");
                File.Delete(archive);
            }

            await table.RunAsync();
            Say($"  peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private SweepOptions Options => services.GetRequiredService<IOptions<SweepOptions>>().Value;

    private SweepOrders Orders => services.GetRequiredService<SweepOrders>();

    private async Task RunAsync()
    {
        await StagesAsync();
        await WholeAsync("whole re-check, nothing stored", 1);
        await WholeAsync("whole re-check, nothing stored", 2);
        await WholeAsync("whole re-check, nothing stored", 4);
        await ListAsync("1 added", [0], []);
        await ListAsync("9 added", [.. Enumerable.Range(1, 9)], []);
        await ListAsync("50 added, 10 ended", [.. Enumerable.Range(10, ArchiveWorkload.Planted)], [.. Enumerable.Range(0, 10)]);
        await RuleAsync("a rule for one word", "rare", workload.Words[3_000]);
        await WholeStoredAsync("whole re-check, changes stored", "common", workload.Words[500]);
        if (count <= MostChanged)
        {
            await RuleAsync("a rule for every article", "all", "порты");
        }
    }

    /// <summary>What the look at one article is made of, one thread.</summary>
    private async Task StagesAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        var stored = await db.Articles.AsNoTracking().OrderBy(a => a.Id).Take(2000).Select(a => a.Submitted!).ToListAsync();
        var (ruleset, exceptions) = (services.GetRequiredService<RulesetHolder>().Current.Ruleset!, LabelService.Engine.Rulesets.Exceptions.None);
        var (unpack, parse, check) = (0L, 0L, 0L);
        for (var round = 0; round < 3; round++)
        {
            (unpack, parse, check) = (0, 0, 0);
            foreach (var packed in stored)
            {
                var began = Stopwatch.GetTimestamp();
                var json = PackedJson.Unpack(packed);
                var unpacked = Stopwatch.GetTimestamp();
                var request = CheckRequestReader.ReadStored(json);
                var parsed = Stopwatch.GetTimestamp();
                ArticleChecker.Check(request, new AskedDay(new DateOnly(2026, 11, 1), DayOrigin.Today), AskedDays.Of(request, TimeZoneInfo.Utc), ruleset, exceptions);
                (unpack, parse, check) = (unpack + unpacked - began, parse + parsed - unpacked, check + Stopwatch.GetTimestamp() - parsed);
            }
        }

        double Each(long ticks) => Stopwatch.GetElapsedTime(0, ticks).TotalMicroseconds / stored.Count;
        Say($"  of an article: {Each(unpack):F0} µs to unpack, {Each(parse):F0} to parse, {Each(check):F0} to check on two days");
    }

    private async Task WholeAsync(string title, int workers)
    {
        Options.Workers = workers;
        var began = Stopwatch.GetTimestamp();
        var cpu = Environment.CpuUsage.TotalTime;
        var report = await SweepAsync(new SweepRequest(DryRun: true));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Say($"  {title}, {workers} workers: {report.Looked / seconds:N0} articles/s, {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / count:F0} µs of CPU each, {report.Counts.Changed} change");
    }

    private async Task ListAsync(string title, int[] added, int[] ended)
    {
        (Options.Workers, Options.ConfirmAbove) = (2, 0);
        var file = Path.Combine(rules, Register);
        var lines = (await File.ReadAllTextAsync(file)).TrimEnd().Split('\n').Select(line =>
            ended.Any(n => line.StartsWith($"bench:{n},", StringComparison.Ordinal)) ? line.Replace(",2022-01-01,,,,", ",2022-01-01,2023-01-01,,,", StringComparison.Ordinal) : line);
        await File.WriteAllTextAsync(file, string.Join('\n', lines.Concat(added.Select(n => string.Create(CultureInfo.InvariantCulture, $"bench:{n},person,{NameOf(n)},,,,,,,,2022-01-01,,,,")))) + "\n");
        var began = Stopwatch.GetTimestamp();
        var id = await ChangedAsync() ?? throw new InvalidOperationException("nothing changed");
        var known = Stopwatch.GetElapsedTime(began);
        await PlanAsync();
        var listed = Stopwatch.GetElapsedTime(began);
        await HandAsync();
        var decided = Stopwatch.GetElapsedTime(began);
        await Orders.ConfirmAsync(id, SweepCaller.CommandLine, default);
        await HandAsync();
        var done = Stopwatch.GetElapsedTime(began);
        var report = (await services.GetRequiredService<SweepBook>().FindAsync(id, SweepCaller.CommandLine, default)).Value!;
        var (right, truth) = await RecallAsync(id, added.Concat(ended));
        Say($"  {title}: the list of {report.Candidates:N0} articles after {listed.TotalSeconds:F2} s (change understood after {known.TotalSeconds:F2}), decided by the engine after {decided.TotalSeconds:F2} s, all written and told after {done.TotalSeconds:F2} s; {report.Counts.Changed:N0} change, recall {100.0 * right / Math.Max(1, truth):F2} % of {truth:N0} planted");
    }

    /// <summary>Behind the planted names there are some that no article has.</summary>
    private string NameOf(int n) => n < ArchiveWorkload.Planted ? workload.Names[n] : $"Олег Непосе{"бвгджзклмн"[n - ArchiveWorkload.Planted]}нов";

    /// <summary>A new rule: what it changes is stored, and told.</summary>
    private async Task RuleAsync(string title, string id, string word)
    {
        var began = Stopwatch.GetTimestamp();
        await WriteRuleAsync(id, word);
        _ = await ChangedAsync() ?? throw new InvalidOperationException("nothing changed");
        await TellStoredAsync(title, began);
    }

    /// <summary>Every article is looked at, whatever the index says, and some change.</summary>
    private async Task WholeStoredAsync(string title, string id, string word)
    {
        await WriteRuleAsync(id, word);
        await Orders.CancelAsync(await ChangedAsync() ?? throw new InvalidOperationException("nothing changed"), SweepCaller.CommandLine, default);
        var began = Stopwatch.GetTimestamp();
        await Orders.StartAsync(new SweepRequest(), SweepCaller.CommandLine, default);
        await TellStoredAsync(title, began);
    }

    private async Task TellStoredAsync(string title, long began)
    {
        (Options.Workers, Options.ConfirmAbove) = (2, 0);
        var (book, cpu) = (services.GetRequiredService<SweepBook>(), Environment.CpuUsage.TotalTime);
        await HandAsync();
        var counted = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var report = (await book.ListAsync(null, default)).Sweeps[0];
        if (report.State == SweepPhase.Waiting)
        {
            await Orders.ConfirmAsync(report.Id, SweepCaller.CommandLine, default);
            await HandAsync();
            report = (await book.ListAsync(null, default)).Sweeps[0];
        }

        var (seconds, each) = (Stopwatch.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / report.Looked);
        Say($"  {title}: {report.Looked:N0} looked at and {report.Counts.Changed:N0} changed in {seconds:F1} s ({counted:F1} s until counted and stored): {report.Looked / seconds:N0} articles/s, {each:F0} µs of CPU each");
    }

    private Task WriteRuleAsync(string id, string word)
    {
        var file = Path.Combine(rules, "packs", $"bench-{id}", "pack.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.WriteAllTextAsync(file, $$"""
            pack: bench-{{id}}
            version: "1"
            jurisdiction: any
            title: { en: Bench }
            rules:
              - id: bench.{{id}}
                status: on
                basis: [{ act: Invented act, article: "1" }]
                when: { terms: { any: [{{word}}] } }
                require:
                  - flag: { action: track, why: { en: an invented note } }
            """);
    }

    private async Task<SweepReport> SweepAsync(SweepRequest request)
    {
        var book = services.GetRequiredService<SweepBook>();
        var id = (await Orders.StartAsync(request, SweepCaller.CommandLine, default)).Value!.Id;
        await HandAsync();
        return (await book.FindAsync(id, SweepCaller.CommandLine, default)).Value!;
    }

    private Task HandAsync() => services.GetRequiredService<SweepHand>().RunAsync(_ => Task.CompletedTask, default);

    private async Task<string?> ChangedAsync()
    {
        services.GetRequiredService<RulesetHolder>().Load();
        await services.GetRequiredService<RuleStateWatcher>().StepAsync(default);
        return (await services.GetRequiredService<SweepBook>().ListAsync(null, default)).Sweeps.FirstOrDefault(s => s.State == SweepPhase.Planned)?.Id;
    }

    private async Task PlanAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        await services.GetRequiredService<SweepPlanner>().PlanAsync(await db.Sweeps.MaxAsync(s => s.Number), default);
    }

    private async Task<(int Right, int Truth)> RecallAsync(string id, IEnumerable<int> names)
    {
        var planted = names.ToList();
        var truth = Enumerable.Range(0, count).Where(a => planted.Any(n => n < ArchiveWorkload.Planted && ArchiveWorkload.Holds(a, n))).Select(a => string.Create(CultureInfo.InvariantCulture, $"a{a}")).ToHashSet(StringComparer.Ordinal);
        var right = 0;
        await foreach (var row in (await services.GetRequiredService<SweepBook>().ResultsAsync(id, SweepCaller.CommandLine, default)).Value!.Rows)
        {
            right += truth.Contains(row.ExternalId!) ? 1 : 0;
        }

        return (right, truth.Count);
    }

    private static async Task<ServiceProvider> ServicesAsync(string folder, string rules, string? postgres)
    {
        var values = new Dictionary<string, string?>
        {
            ["Storage:Provider"] = postgres is null ? "sqlite" : "postgres",
            ["Storage:ConnectionString"] = postgres ?? $"Data Source={Path.Combine(folder, "labels.db")}",
            ["Rules:Path"] = rules,
            ["Sweeps:ConfirmAbove"] = "1000000000",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection().AddLogging().AddLabelWorkflow(configuration, folder, _ => "http://127.0.0.1:5080").BuildServiceProvider();
        await WorkflowServices.PrepareAsync(services, default);
        return services;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
