using System.Text;
using LabelService.Workflow.Archive.Importing;
using LabelService.Workflow.Sweeps;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Sweeps;

public abstract class SweepTests(StoreKind kind) : IDisposable
{
    private const string Quiet = "The Quiet Herald";
    private readonly string _folder = Directory.CreateTempSubdirectory("labels-sweep-").FullName;

    [Fact]
    public async Task Looks_only_at_what_a_listing_can_touch_and_tells_it_once()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await StartAsync(store, (Quiet, "a1"), ("Nobody", "a2"), ("The Invented Courier", "a3"));

        await node.ListAsync("xx:quiet", Quiet);
        await node.WorkAsync();

        var report = await node.NewestAsync();
        Assert.Equal((SweepPhase.Done, 1, 3, 1), (report.State, report.Candidates, report.Articles, report.Counts.Changed));
        Assert.Equal((1, 0, 0), (report.Counts.NewlyMissing, report.Counts.NewlyUnneeded, report.Counts.Pending));
        Assert.Equal([("xx:quiet", Quiet)], report.Cause.Added.Select(e => (e.Id, e.Name)));
        Assert.Equal(("a1", "default"), (report.Samples.Single().ExternalId, report.Sites.Single().Site));
        Assert.Equal(["a1"], await node.ToldAsync());

        await node.NoticeAsync();
        await node.WorkAsync();
        Assert.Equal(report.Id, (await node.NewestAsync()).Id);
        Assert.Equal(["a1"], await node.ToldAsync());
    }

    [Fact]
    public async Task Takes_off_what_an_ended_listing_asked_for_and_changes_wordings()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await StartAsync(store, ("The Invented Courier", "a1"), ("Nobody", "a2"));

        await RewriteAsync(node, node.Register(), "2021-10-15,,,,", "2021-10-15,2026-02-01,,,");
        await node.WorkAsync();
        Assert.Equal((1, 1, 0), (await node.NewestAsync() is var ended ? ended.Counts.Changed : 0, ended.Counts.NewlyUnneeded, ended.Cause.Counts.Added));
        Assert.Equal(1, ended.Cause.Counts.Ended);

        await RewriteAsync(node, node.Register(), "2021-10-15,2026-02-01,,,", "2021-10-15,,,,");
        await node.WorkAsync();
        Assert.Equal(1, (await node.NewestAsync()).Counts.NewlyMissing);

        await RewriteAsync(node, Path.Combine(node.Rules, "packs", "xx-example", "pack.yaml"), "This article comes from", "What follows comes from");
        await node.WorkAsync();
        var worded = await node.NewestAsync();
        Assert.Equal((1, 0), (worded.Counts.Otherwise, worded.Counts.NewlyMissing));
        Assert.Equal("changed", Assert.Single(worded.Cause.Rules).Change);
        Assert.Equal(["a1", "a1", "a1"], await node.ToldAsync());
    }

    [Fact]
    public async Task Counts_and_shows_and_changes_nothing_in_a_dry_run()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await StartAsync(store, (Quiet, "a1"), ("Nobody", "a2"));
        await node.ListAsync("xx:quiet", Quiet);
        var real = await node.NewestAsync();
        await node.Get<SweepOrders>().CancelAsync(real.Id, SweepCaller.CommandLine, TestContext.Current.CancellationToken);

        await node.StartAsync(new SweepRequest(DryRun: true, SweepScope.Changed));
        await node.WorkAsync();
        await node.StartAsync(new SweepRequest(DryRun: true));
        await node.WorkAsync();

        var list = (await node.Get<SweepBook>().ListAsync(null, TestContext.Current.CancellationToken)).Sweeps;
        Assert.Equal([(2, 1), (1, 1), (0, 0)], list.Select(s => (s.Looked, s.Counts.Changed)));
        Assert.Empty(await node.ToldAsync());
        Assert.Equal(SweepPhase.Cancelled, list[^1].State);
    }

    [Fact]
    public async Task Waits_for_somebody_where_it_would_change_more_than_the_limit()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await StartAsync(store, ["Sweeps:ConfirmAbove=1"], (Quiet, "a1"), (Quiet, "a2"), ("Nobody", "a3"));

        await node.ListAsync("xx:quiet", Quiet);
        await node.WorkAsync();
        var waiting = await node.NewestAsync();
        Assert.Equal((SweepPhase.Waiting, 2), (waiting.State, waiting.Counts.Changed));
        Assert.Empty(await node.ToldAsync());

        await node.Get<SweepOrders>().ConfirmAsync(waiting.Id, SweepCaller.CommandLine, TestContext.Current.CancellationToken);
        await node.WorkAsync();
        Assert.Equal((SweepPhase.Done, "labels"), (await node.NewestAsync() is var done ? done.State : default, done.ConfirmedBy));
        Assert.Equal(["a1", "a2"], await node.ToldAsync());
        Assert.Equal("sweep-state", (await node.Get<SweepOrders>().ConfirmAsync(waiting.Id, SweepCaller.CommandLine, TestContext.Current.CancellationToken)).Refusal!.Code);
        Assert.Equal(1, store.Count("SELECT count(*) FROM audit WHERE \"What\" = 'sweep.confirmed'"));
    }

    [Fact]
    public async Task Holds_while_it_is_paused_and_goes_on_where_it_was()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await StartAsync(store, (Quiet, "a1"), ("Nobody", "a2"));
        await node.ListAsync("xx:quiet", Quiet);
        var (sweep, part) = Assert.Single(await node.PartsAsync());
        var id = (await node.NewestAsync()).Id;

        await node.Get<SweepOrders>().PauseAsync(id, SweepCaller.CommandLine, TestContext.Current.CancellationToken);
        Assert.False(await node.Get<SweepPartRunner>().RunAsync(sweep, part, TestContext.Current.CancellationToken));
        await node.WorkAsync();
        Assert.Empty(await node.ToldAsync());
        Assert.True((await node.NewestAsync()).Paused);

        await node.Get<SweepOrders>().ResumeAsync(id, SweepCaller.CommandLine, TestContext.Current.CancellationToken);
        await node.WorkAsync();
        Assert.Equal(["a1"], await node.ToldAsync());
    }

    [Fact]
    public async Task Wakes_when_a_day_begins_on_which_a_listing_does()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await StartAsync(store, (Quiet, "a1"), ("Nobody", "a2"));
        await node.ListAsync("xx:quiet", Quiet, "2026-03-02");
        await node.WorkAsync();
        Assert.Empty(await node.ToldAsync());

        node.Clock.Advance(TimeSpan.FromDays(1));
        await node.NoticeAsync();
        await node.WorkAsync();

        var report = await node.NewestAsync();
        Assert.Equal((new DateOnly(2026, 3, 2), 1, 1), (report.Cause.Day, report.Candidates, report.Counts.NewlyMissing));
        Assert.Equal(["a1"], await node.ToldAsync());

        // A day on which nothing begins or ends is no reason to look.
        node.Clock.Advance(TimeSpan.FromDays(1));
        await node.NoticeAsync();
        Assert.Equal(report.Id, (await node.NewestAsync()).Id);
    }

    [Fact]
    public async Task Knows_after_a_restart_how_it_was_before()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await (await StartAsync(store, (Quiet, "a1"), ("Nobody", "a2"))).DisposeAsync();

        await using var node = await SomeNode.StartAsync(store);
        await node.ListAsync("xx:quiet", Quiet);
        await node.WorkAsync();

        var report = await node.NewestAsync();
        Assert.Equal((1, 1), (report.Candidates, report.Counts.NewlyMissing));
        Assert.Empty(report.Cause.Whole);
    }

    [Fact]
    public async Task Goes_past_an_article_that_cannot_be_read_and_says_so()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await StartAsync(store, (Quiet, "a1"), (Quiet, "a2"));
        await node.ReadAsync(db => db.Articles.Where(a => a.ExternalId == "a1").ExecuteUpdateAsync(set => set.SetProperty(a => a.Submitted, new byte[] { 1, 2, 3 })));

        await node.ListAsync("xx:quiet", Quiet);
        await node.WorkAsync();

        var report = await node.NewestAsync();
        Assert.Equal((SweepPhase.Done, 1), (report.State, report.Counts.Changed));
        Assert.Contains(report.Samples, s => s is { ExternalId: "a1", State: SweepResultState.Failed });
        Assert.Equal(["a2"], await node.ToldAsync());
    }

    [Fact]
    public async Task Shares_a_part_between_workers_without_doing_an_article_twice()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await StartAsync(store, [.. Enumerable.Range(0, 120).Select(i => (Quiet, $"a{i:000}"))]);
        await node.ListAsync("xx:quiet", Quiet);
        for (var i = 0; i < 10; i++)
        {
            var parts = await node.PartsAsync();
            await Task.WhenAll(parts.Concat(parts).Concat(parts).Select(p => Task.Run(() => TryAsync(node, p))));
            node.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(SweepPhase.Done, (await node.NewestAsync()).State);
        Assert.Equal([.. Enumerable.Range(0, 120).Select(i => $"a{i:000}")], await node.ToldAsync());
    }

    [Fact]
    public async Task Does_not_go_back_with_a_clock_that_was_put_back()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await StartAsync(store, (Quiet, "a1"));
        await node.ListAsync("xx:quiet", Quiet, "2026-03-01");
        await node.WorkAsync();
        Assert.Equal(["a1"], await node.ToldAsync());

        await using var late = await SomeNode.StartAsync(store);
        File.Copy(node.Register(), late.Register(), overwrite: true);
        late.Clock.AdjustTime(new DateTimeOffset(2026, 2, 20, 9, 0, 0, TimeSpan.Zero));
        await late.NoticeAsync();
        await late.WorkAsync();

        Assert.Equal(["a1"], await node.ToldAsync());
        Assert.Equal(new DateOnly(2026, 3, 1), await node.ReadAsync(db => db.RuleStates.OrderByDescending(s => s.Seq).Select(s => s.Day).FirstAsync()));
    }

    [Fact]
    public async Task Leaves_the_work_to_nodes_that_have_the_rules_in_force()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await StartAsync(store, (Quiet, "a1"));
        await using var behind = await SomeNode.StartAsync(store);
        await behind.NoticeAsync();

        await node.ListAsync("xx:quiet", Quiet);
        await behind.NoticeAsync();
        var (sweep, part) = Assert.Single(await behind.PartsAsync());
        Assert.False(await behind.Get<SweepPartRunner>().RunAsync(sweep, part, TestContext.Current.CancellationToken));
        await node.WorkAsync();
        Assert.Equal(["a1"], await node.ToldAsync());

        // What it checked by older rules until it had these, too, is looked at once more.
        await behind.AnswerAsync(SomeRules.From(Quiet, "a2"));
        behind.Clock.Advance(TimeSpan.FromMinutes(1));
        File.Copy(node.Register(), behind.Register(), overwrite: true);
        await behind.NoticeAsync();
        await behind.WorkAsync();
        Assert.Equal(SweepScope.Late, (await node.NewestAsync()).Scope);
        Assert.Equal(["a1", "a2"], await node.ToldAsync());
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static async Task TryAsync(SomeNode node, (long Sweep, int Part) part)
    {
        try
        {
            await node.Get<SweepPartRunner>().RunAsync(part.Sweep, part.Part, TestContext.Current.CancellationToken);
        }
        catch (Exception error) when (error is DbUpdateException or Npgsql.PostgresException or Microsoft.Data.Sqlite.SqliteException)
        {
            // One of two at the same step gives way; what it had begun is undone.
        }
    }

    private static async Task RewriteAsync(SomeNode node, string file, string old, string now)
    {
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(old, text);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text[..at] + now + text[(at + old.Length)..]);
        await node.NoticeAsync();
    }

    private Task<SomeNode> StartAsync(SomeStore store, params (string Paper, string Id)[] articles) => StartAsync(store, [], articles);

    /// <summary>A node whose rules are in force, and an archive.</summary>
    private async Task<SomeNode> StartAsync(SomeStore store, string[] settings, params (string Paper, string Id)[] articles)
    {
        var node = await SomeNode.StartAsync(store, settings);
        await node.NoticeAsync();
        var file = Path.Combine(_folder, "archive.ndjson");
        await File.WriteAllLinesAsync(file, articles.Select(a => SomeRules.From(a.Paper, a.Id)), new UTF8Encoding(false));
        await node.Get<ArchiveImporter>().RunAsync(new ImportOrder(file, SomeNode.Site), _ => { }, TestContext.Current.CancellationToken);
        return node;
    }
}

public sealed class SqliteSweepTests() : SweepTests(StoreKind.Sqlite);

public sealed class PostgresSweepTests() : SweepTests(StoreKind.Postgres);
