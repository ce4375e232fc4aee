using System.Text;
using System.Text.Json;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Archive;

public abstract class ArchiveTests(StoreKind kind) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("labels-archive-").FullName;

    [Fact]
    public async Task Takes_articles_in_and_tells_what_each_must_carry_today()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var file = Lines(SomeRules.From("The Invented Courier", "a1"), """{"externalId":"a2","body":"An article alone."}""", SomeRules.From("The Ended Gazette", "a3"));

        var counts = (await node.ImportAsync(file)).Counts;

        Assert.Equal((3, 0, 0, 0), (counts.Added, counts.Known, counts.Changed, counts.Rejected));
        Assert.Single((await node.LabelsAsync("a1")).Value!.Disclosures);
        Assert.Empty((await node.LabelsAsync("a2")).Value!.Disclosures);
        Assert.All(await node.ReadAsync(db => db.Articles.Select(a => a.LabelsHash).ToListAsync()), Assert.NotNull);
        Assert.Equal((0, 0), (store.Count("SELECT count(*) FROM checks"), store.Count("SELECT count(*) FROM events")));
        Assert.Equal((1, 0), (store.Count("SELECT count(*) FROM archive_segments"), store.Count("SELECT count(*) FROM archive_tail")));
    }

    [Fact]
    public async Task Finds_what_an_entity_may_be_named_in_wherever_it_lies()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Lines(SomeRules.From("The Invented Courier", "imported"), SomeRules.From("Nobody", "other")));
        await node.AnswerAsync(SomeRules.From("The Invented Courier", "unread"));

        // Nobody has read the one in the tail yet, so it may be touched by anything.
        Assert.Equal(["unread"], await node.FindAsync("xx:gazette"));
        Assert.Equal(["imported", "unread"], await node.FindAsync("xx:courier"));

        await node.Get<ArchiveIndexer>().StepAsync(always: false, TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (store.Count("SELECT count(*) FROM archive_tail WHERE \"Keys\" IS NOT NULL"), store.Count("SELECT count(*) FROM archive_segments")));
        Assert.Equal([], await node.FindAsync("xx:gazette"));
        Assert.Equal(["imported", "unread"], await node.FindAsync("xx:courier"));

        await node.Get<ArchiveIndexer>().StepAsync(always: true, TestContext.Current.CancellationToken);
        Assert.Equal((0, 2), (store.Count("SELECT count(*) FROM archive_tail"), store.Count("SELECT count(*) FROM archive_segments")));
        Assert.Equal(["imported", "unread"], await node.FindAsync("xx:courier"));
        Assert.Equal(0, await node.Get<ArchiveIndexer>().StepAsync(always: true, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Finds_an_article_by_what_it_became()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Lines(SomeRules.From("Nobody", "a1")));
        Assert.Equal([], await node.FindAsync("xx:courier"));

        await node.AnswerAsync(SomeRules.From("The Invented Courier", "a1"));
        await node.IndexAsync();

        Assert.Equal(["a1"], await node.FindAsync("xx:courier"));
    }

    [Fact]
    public async Task Takes_nothing_in_twice_and_checks_what_changed()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Lines(SomeRules.From("Nobody", "a1"), SomeRules.From("Nobody", "a2"), SomeRules.From("Nobody", "a2")));

        var counts = (await node.ImportAsync(Lines(SomeRules.From("Nobody", "a1"), SomeRules.From("The Invented Courier", "a2"), SomeRules.From("Nobody", "a3")))).Counts;

        Assert.Equal((1, 1, 1), (counts.Added, counts.Known, counts.Changed));
        Assert.Equal(3, store.Count("SELECT count(*) FROM articles"));
        Assert.Single((await node.LabelsAsync("a2")).Value!.Disclosures);
        Assert.Equal(["check.completed", "labels.changed"], await node.ReadAsync(db => db.Events.OrderBy(e => e.Seq).Select(e => e.Type).ToListAsync()));
    }

    [Fact]
    public async Task Lists_what_it_refuses_with_place_and_reason()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var rejects = Path.Combine(_folder, "rejects.jsonl");

        string[] lines = ["{\"body\":", SomeRules.From("Nobody", "a1"), "", "{\"body\":7}", "[]"];

        var counts = (await node.ImportAsync(Lines(lines), o => o with { Rejects = rejects })).Counts;

        Assert.Equal((1, 3), (counts.Added, counts.Rejected));
        Assert.Equal(new[] { 0, 3, 4 }.Select(line => $"byte {lines.Take(line).Sum(l => l.Length + 1)}"), File.ReadLines(rejects).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("place").GetString()));
    }

    [Fact]
    public async Task Goes_on_where_a_run_was_stopped()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var file = Lines([.. Enumerable.Range(0, 9_000).Select(i => i == 8_000 ? "{" : $$"""{"externalId":"a{{i}}","body":"Article {{i}} of many."}""")]);
        var rejects = Path.Combine(_folder, "rejects.jsonl");
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => node.ImportAsync(file, o => o with { Rejects = rejects }, p => { if (p.Counts.Records >= 5_000) stop.Cancel(); }, stop.Token));
        var stored = store.Count("SELECT count(*) FROM articles");
        Assert.Equal(stored, store.Count("SELECT \"Records\" - \"Rejected\" FROM archive_imports"));
        Assert.InRange(stored, 4_096, 8_999);
        var counts = (await node.ImportAsync(file, o => o with { Rejects = rejects })).Counts;

        Assert.Equal((8_999, 0, 1, 9_000), (counts.Added, counts.Known, counts.Rejected, counts.Records));
        Assert.Equal((8_999, 8_999), (store.Count("SELECT count(*) FROM articles"), store.Count("SELECT sum(\"Count\") FROM archive_segments")));
        Assert.Single(File.ReadLines(rejects));
    }

    [Fact]
    public async Task Begins_anew_where_the_file_was_written_anew()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var file = Many(5_000, "first");
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => node.ImportAsync(file, tell: p => { if (p.Counts.Records >= 4_500) stop.Cancel(); }, cancel: stop.Token));

        // With the same first line and longer ones behind it: a position in the old file means nothing in this one.
        File.WriteAllLines(file, File.ReadAllLines(file).Select((line, i) => i == 0 ? line : line.Replace("first", "the second", StringComparison.Ordinal)));
        var counts = (await node.ImportAsync(file)).Counts;

        Assert.Equal((904, 1, 4_095, 0), (counts.Added, counts.Known, counts.Changed, counts.Rejected));
    }

    [Fact]
    public async Task Checks_by_the_rules_that_are_in_force_when_it_stores()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var papers = Path.Combine(node.Get<RulesetFolder>().Root, "registries", "xx-papers.csv");
        var file = Lines([.. Enumerable.Range(0, 200).Select(i => SomeRules.From("The Late Telegraph", $"a{i}"))]);
        var isChanged = false;

        await node.ImportAsync(file, tell: _ =>
        {
            // All are checked by now, and none is stored.
            if (!isChanged)
            {
                File.AppendAllText(papers, "xx:telegraph,media,The Late Telegraph,The Late Telegraph,,,,,,,2021-10-15,,,,\n");
                isChanged = true;
            }
        });

        var hashes = await node.ReadAsync(db => db.Articles.Select(a => a.LabelsHash).Distinct().ToListAsync());
        await node.AnswerAsync(SomeRules.From("The Late Telegraph", "b"));
        Assert.Equal((await node.ArticleAsync("b")).LabelsHash, Assert.Single(hashes));
        Assert.Single((await node.LabelsAsync("a7")).Value!.Disclosures);
    }

    [Fact]
    public async Task Writes_down_who_took_in_what()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        AuditScope.Enter(AuditActor.CommandLine);
        var file = Lines(SomeRules.From("Nobody", "a1"), SomeRules.From("Nobody", "a2"), "{");
        await node.ImportAsync(file);

        var row = await node.ReadAsync(db => db.Audit.SingleAsync(a => a.What == AuditWhat.ArchiveImported));
        Assert.Equal((AuditActor.CommandLine.Id, SomeNode.Site, Path.GetFileName(file)), (row.ActorId, row.Site, row.Subject));
        using var data = JsonDocument.Parse(PackedJson.Unpack(row.Data!));
        var after = data.RootElement.GetProperty("after");
        Assert.Equal((true, 2, 1), (after.GetProperty("whole").GetBoolean(), after.GetProperty("added").GetInt32(), after.GetProperty("rejected").GetInt32()));
        Assert.Empty((await node.Get<AuditVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults);
    }

    /// <summary>The same articles come from the archive and by live checks, at the same time.</summary>
    [Fact]
    public async Task Takes_an_archive_in_while_checks_are_answered()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await using var other = kind == StoreKind.Postgres ? await SomeNode.StartAsync(store) : null;
        var importing = Task.Run(() => node.ImportAsync(Many(9_000, "archived")));
        var answered = new List<string>();
        for (var round = 0; !importing.IsCompleted || round < 20; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (other ?? node).AnswerAsync(SomeRules.From("The Invented Courier", $"a{(i * 449) + round}"))));
            answered.AddRange(answers.Select(a => (string)a["id"]!));
        }

        var counts = (await importing).Counts;
        await node.IndexAsync();

        Assert.Equal(9_000, counts.Added + counts.Changed + counts.Known);
        Assert.Equal(answered.Count, await node.ReadAsync(db => db.Checks.CountAsync(c => answered.Contains(c.Id))));
        Assert.Empty((await node.Get<StoreVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults);
        var naming = await node.ReadAsync(async db => (await db.Articles.ToListAsync()).Where(a => Encoding.UTF8.GetString(PackedJson.Unpack(a.Submitted!)).Contains("Invented Courier", StringComparison.Ordinal)).Select(a => a.ExternalId).ToList());
        Assert.NotEmpty(naming);
        Assert.Empty(naming.Except(await node.FindAsync("xx:courier")));
    }

    [Fact]
    public async Task Opens_reviews_only_where_asked()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store, "Reviews:DueAfterHours=24");
        var line = SomeRules.From("Gazette", "a1").Replace("Source: Gazette", "Source: the ended gazette", StringComparison.Ordinal);
        var pending = (await node.ImportAsync(Lines(line))).Counts.Pending;

        Assert.Equal(0, store.Count("SELECT count(*) FROM reviews"));
        await node.ImportAsync(Lines(line.Replace("\"a1\"", "\"a2\"", StringComparison.Ordinal)), o => o with { OpenReviews = true });
        Assert.Equal(pending, store.Count("SELECT count(*) FROM reviews"));
    }

    [Fact]
    public async Task Stores_nothing_in_a_dry_run()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);

        var done = await node.ImportAsync(Lines(SomeRules.From("The Invented Courier", "a1")), o => o with { DryRun = true });

        Assert.Equal((1, 1), (done.Counts.Added, done.Verdicts.Values.Sum()));
        Assert.Equal((0, 0), (store.Count("SELECT count(*) FROM articles"), store.Count("SELECT count(*) FROM archive_imports")));
    }

    [Fact]
    public async Task Leaves_what_was_erased_erased()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var file = Lines(SomeRules.From("Nobody", "a1"));
        await node.ImportAsync(file);
        await node.Get<ArticleEraser>().EraseAsync("a1", SomeNode.Site, TestContext.Current.CancellationToken);

        await node.ImportAsync(file);

        Assert.Null((await node.ArticleAsync("a1")).Submitted);
    }

    [Fact]
    public async Task Verifies_a_store_and_names_what_is_damaged()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Lines(SomeRules.From("Nobody", "a1"), SomeRules.From("Nobody", "a2")));
        await node.AnswerAsync(SomeRules.From("The Invented Courier", "a3"));
        var verifier = node.Get<StoreVerifier>();
        Assert.Empty((await verifier.VerifyAsync(TestContext.Current.CancellationToken)).Faults);

        await node.ReadAsync(async db =>
        {
            await db.Articles.Where(a => a.ExternalId == "a2").ExecuteUpdateAsync(set => set.SetProperty(a => a.Submitted, (byte[])[1, 9, 9, 9, 9, 9]));
            await db.ArchiveTail.ExecuteDeleteAsync();
            return await db.ArchivePostings.Where(p => p.Id % 2 == 0).ExecuteUpdateAsync(set => set.SetProperty(p => p.Data, (byte[])[0x80]));
        });

        var faults = (await verifier.VerifyAsync(TestContext.Current.CancellationToken)).Faults;
        Assert.Contains(faults, f => f.StartsWith("article 2:", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("article 3: not in the index", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("segment 1:", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected string Many(int count, string what) => Lines([.. Enumerable.Range(0, count).Select(i => $$"""{"externalId":"a{{i}}","body":"Article {{i}} of many, the {{what}} one."}""")]);

    private string Lines(params string[] lines) => SomeArchive.Lines(_folder, lines);
}

public sealed class ArchiveOnSqliteTests() : ArchiveTests(StoreKind.Sqlite);

public sealed class ArchiveOnPostgresTests() : ArchiveTests(StoreKind.Postgres)
{
    [Fact]
    public async Task Goes_on_where_the_server_cuts_all_off()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);
        await using var node = await SomeNode.StartAsync(store);
        var cuts = new Queue<long>([100, 4_500, 8_500, 9_900]);

        var counts = (await node.ImportAsync(Many(10_000, "archived"), tell: p =>
        {
            if (cuts.TryPeek(out var at) && p.Counts.Records >= at)
            {
                cuts.Dequeue();
                PostgresServer.Shared.Cut(store.ConnectionString);
            }
        })).Counts;

        Assert.Equal((10_000, 10_000), (counts.Added, store.Count("SELECT sum(\"Count\") FROM archive_segments")));
        Assert.Equal(1, store.Count("SELECT count(*) FROM audit WHERE \"What\" = 'archive.imported'"));
        Assert.Empty((await node.Get<StoreVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults);
    }
}
