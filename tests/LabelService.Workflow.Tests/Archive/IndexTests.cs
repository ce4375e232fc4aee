using LabelService.Engine.Candidates;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Archive;

public abstract class IndexTests(StoreKind kind) : IDisposable
{
    private const string Courier = "The Invented Courier";
    private readonly string _folder = Directory.CreateTempSubdirectory("labels-index-").FullName;

    [Fact]
    public async Task Gives_an_article_another_stamp_whenever_it_changes()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var stamps = new HashSet<long>();
        for (var i = 0; i < 4; i++)
        {
            await node.AnswerAsync(SomeRules.From("Nobody", "a1", $"day {i}"));
            stamps.Add(await node.ReadAsync(db => db.ArchiveTail.Select(t => t.Stamp).SingleAsync()));
            if (i % 2 == 0)
            {
                // The row goes, and the next one is another.
                await node.IndexAsync();
            }
        }

        Assert.Equal(4, stamps.Count);
        Assert.All(stamps, stamp => Assert.True(stamp >= 0));
    }

    [Fact]
    public async Task Folds_before_it_reads_on()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Lines([.. Enumerable.Range(0, 5_000).Select(i => $$"""{"externalId":"a{{i}}","body":"Article {{i}} of many."}""")]));
        await node.Get<IndexRebuild>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(5_000, store.Count("SELECT count(*) FROM archive_tail WHERE \"Keys\" IS NULL"));

        while (await node.Get<ArchiveIndexer>().StepAsync(always: false, TestContext.Current.CancellationToken) > 0)
        {
            Assert.InRange(store.Count("SELECT count(*) FROM archive_tail WHERE \"Keys\" IS NOT NULL"), 0, Postings.MostArticles + 64);
        }

        Assert.Equal((Postings.MostArticles, 5_000 - Postings.MostArticles), (store.Count("SELECT sum(\"Count\") FROM archive_segments"), store.Count("SELECT count(*) FROM archive_tail")));
    }

    [Fact]
    public async Task Keeps_nothing_of_what_was_erased()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Lines(SomeRules.From(Courier, "a1"), SomeRules.From(Courier, "a2")));
        await node.AnswerAsync(SomeRules.From(Courier, "a1", "Tuesday"));
        await node.IndexAsync();
        Assert.Equal(2, store.Count("SELECT count(*) FROM archive_segments"));

        await EraseAsync(node, "a1");
        await node.IndexAsync();

        Assert.Equal(0, store.Count("SELECT count(*) FROM archive_tail"));
        Assert.Equal(["a2"], await node.FindAsync("xx:courier"));
        Assert.Equal([(1, 1)], await PlacesAsync(node));
        Assert.Empty((await node.Get<StoreVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults);
    }

    [Fact]
    public async Task Forgets_what_was_erased_of_an_article_that_is_sent_again()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Lines(SomeRules.From(Courier, "a1")));
        await EraseAsync(node, "a1");
        await node.AnswerAsync(SomeRules.From("Nobody", "a1"));
        await node.AnswerAsync(SomeRules.From("Nobody at all", "a1"));
        Assert.Equal(["a1"], await node.FindAsync("xx:courier"));

        await node.IndexAsync();

        Assert.Equal([], await node.FindAsync("xx:courier"));
        Assert.Equal([(2, 0)], await PlacesAsync(node));
    }

    [Fact]
    public async Task Erases_what_a_node_erased_that_knows_of_no_index()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Lines(SomeRules.From(Courier, "a1")));
        await node.ReadAsync(db => db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.Submitted, (byte[]?)null)));
        await node.ReadAsync(async db =>
        {
            db.ArchiveTail.Add(new TailRow { ArticleId = 1 });
            return await db.SaveChangesAsync();
        });

        await node.IndexAsync();
        await node.IndexAsync();

        Assert.Equal((0, 0), ((await PlacesAsync(node)).Count, store.Count("SELECT count(*) FROM archive_tail")));
    }

    [Fact]
    public async Task Looks_at_all_that_another_version_indexed_until_it_is_read_again()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Lines(SomeRules.From(Courier, "a1"), SomeRules.From("Nobody", "a2")));
        await node.AnswerAsync(SomeRules.From("Nobody", "a3"));
        await node.Get<ArchiveIndexer>().StepAsync(always: false, TestContext.Current.CancellationToken);
        await node.ReadAsync(async db =>
        {
            await db.ArchiveTail.ExecuteUpdateAsync(set => set.SetProperty(t => t.Keys, PackedKeys.Pack([7], ArticleWords.Version + 1)));
            return await db.ArchiveSegments.ExecuteUpdateAsync(set => set.SetProperty(s => s.Articles, PackedArticles.Pack([1, 2], ArticleWords.Version + 1)));
        });
        Assert.Equal(["a1", "a2", "a3"], await node.FindAsync("xx:courier"));

        await node.IndexAsync();

        Assert.Equal(["a1"], await node.FindAsync("xx:courier"));
        Assert.Equal(0, store.Count("SELECT count(*) FROM archive_tail"));
    }

    [Fact]
    public async Task Begins_anew_where_the_index_is_lost()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Lines(SomeRules.From(Courier, "a1"), SomeRules.From("Nobody", "a2"), SomeRules.From("Nobody", "a3")));
        await EraseAsync(node, "a3");
        await node.IndexAsync();
        await node.ReadAsync(db => db.ArchivePostings.ExecuteDeleteAsync());
        Assert.Equal(2, (await node.Get<StoreVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults.Length);

        await node.Get<IndexRebuild>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["a1", "a2"], await node.FindAsync("xx:courier"));
        await node.IndexAsync();

        Assert.Equal(["a1"], await node.FindAsync("xx:courier"));
        Assert.Empty((await node.Get<StoreVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults);
    }

    [Fact]
    public async Task Takes_an_article_that_cannot_be_read_for_a_candidate_and_goes_on()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.AnswerAsync(SomeRules.From("Nobody", "a1"));
        await node.AnswerAsync(SomeRules.From("Nobody", "a2"));
        await node.ReadAsync(db => db.Articles.Where(a => a.ExternalId == "a1").ExecuteUpdateAsync(set => set.SetProperty(a => a.Submitted, (byte[])[1, 2, 3])));

        await node.IndexAsync();

        Assert.Equal(["a1"], await node.FindAsync("xx:courier"));
    }

    /// <summary>Two nodes index, and articles change from naming the paper to not naming it and back, while somebody searches.</summary>
    [Fact]
    public async Task Misses_nothing_while_nodes_index_and_articles_change()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await using var other = await SomeNode.StartAsync(store);
        string[] steady = [.. Enumerable.Range(0, 30).Select(i => $"s{i}")];
        await node.ImportAsync(Lines([.. steady.Take(10).Select(id => SomeRules.From(Courier, id)), .. Enumerable.Range(0, 40).Select(i => SomeRules.From("Nobody", $"n{i}"))]));
        await Task.WhenAll(steady.Skip(10).Select(id => node.AnswerAsync(SomeRules.From(Courier, id))));
        using var stop = new CancellationTokenSource();
        var indexing = new[] { node, other }.Select(n => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await n.Get<ArchiveIndexer>().StepAsync(always: true, CancellationToken.None);
            }
        })).ToList();

        var changing = Task.Run(async () =>
        {
            for (var round = 0; round < 12; round++)
            {
                await Task.WhenAll(Enumerable.Range(0, 40).Select(i => node.AnswerAsync(SomeRules.From((i + round) % 2 == 0 ? Courier : "Nobody", $"n{i}", $"day {round}"))));
            }
        });
        while (!changing.IsCompleted)
        {
            Assert.Empty(steady.Except(await node.FindAsync("xx:courier")));
        }

        await changing;
        await stop.CancelAsync();
        await Task.WhenAll(indexing);
        await node.IndexAsync();

        // What ends with the paper's name is found; the others may be, by what they were.
        var found = await node.FindAsync("xx:courier");
        Assert.Empty(steady.Concat(Enumerable.Range(0, 40).Where(i => (i + 11) % 2 == 0).Select(i => $"n{i}")).Except(found));
        Assert.Equal(0, store.Count("SELECT count(*) FROM archive_tail"));
        Assert.Empty((await node.Get<StoreVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task EraseAsync(SomeNode node, string id) => node.Get<ArticleEraser>().EraseAsync(id, SomeNode.Site, TestContext.Current.CancellationToken);

    /// <summary>Which places of which segments postings lead to.</summary>
    private static async Task<List<(int Segment, int Place)>> PlacesAsync(SomeNode node) => [.. (await node.ReadAsync(db => db.ArchivePostings.ToListAsync()))
        .SelectMany(p => Postings.ArticlesIn(p.Data).Select(place => ((int)(p.Id >> Postings.BucketBits), place))).Distinct().Order()];

    private string Lines(params string[] lines) => SomeArchive.Lines(_folder, lines);
}

public sealed class IndexOnSqliteTests() : IndexTests(StoreKind.Sqlite);

public sealed class IndexOnPostgresTests() : IndexTests(StoreKind.Postgres);
