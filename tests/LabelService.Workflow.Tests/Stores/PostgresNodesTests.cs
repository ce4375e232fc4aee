using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LabelService.Workflow.Tests.Stores;

/// <summary>What only PostgreSQL can: several nodes on one store.</summary>
public sealed class PostgresNodesTests
{
    [Fact]
    public async Task Keeps_one_row_an_article_when_nodes_write_the_same_at_once()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);
        await using var first = await SomeNode.StartAsync(store);
        await using var second = await SomeNode.StartAsync(store);
        await using var third = await SomeNode.StartAsync(store);
        SomeNode[] nodes = [first, second, third];

        // Each node in an order of its own, so that locks would cross if they could.
        var answers = await Task.WhenAll(Enumerable.Range(0, 900).Select(i => Task.Run(async () =>
        {
            var id = i % 2 == 0 ? i / 3 % 40 : 39 - (i / 3 % 40);
            return await nodes[i % 3].CheckAsync(SomeRules.From("The Ended Gazette", $"a{id}", i % 5 == 0 ? "Monday" : "Tuesday"));
        })));

        Assert.All(answers, a => Assert.False(a.IsRefused));
        Assert.Equal((900, 40), (store.Count("SELECT COUNT(*) FROM checks"), store.Count("SELECT COUNT(*) FROM articles")));
        Assert.Equal(40, store.Count("""SELECT COUNT(*) FROM reviews r JOIN articles a ON a."Id" = r."ArticleId" AND a."ContentHash" = r."ContentHash" WHERE r."State" = 'open'"""));
        Assert.Equal(40, store.Count("SELECT COUNT(*) FROM reviews WHERE \"State\" = 'open'"));
        Assert.Equal(0, store.Count("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    [Fact]
    public async Task Spends_an_idempotency_key_once_whichever_node_is_asked()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);
        await using var first = await SomeNode.StartAsync(store);
        await using var second = await SomeNode.StartAsync(store);

        for (var i = 0; i < 20; i++)
        {
            var (article, key) = (SomeRules.From("The Invented Courier", $"a{i}"), $"k{i}");
            var answers = await Task.WhenAll(Task.Run(() => first.CheckAsync(article, key).AsTask()), Task.Run(() => second.CheckAsync(article, key).AsTask()));
            Assert.Equal(answers[0].Value!.Json, answers[1].Value!.Json);
        }

        Assert.Equal(20, store.Count("SELECT COUNT(*) FROM checks"));
    }

    [Fact]
    public async Task Leaves_no_copy_of_an_article_that_is_erased_while_it_is_checked()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);
        await using var first = await SomeNode.StartAsync(store);
        await using var second = await SomeNode.StartAsync(store);
        var article = """{"article":{"externalId":"a1","body":"Unmistakable words."},"include":["labelled"]}""";
        await first.AnswerAsync(article);

        var checks = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await first.AnswerAsync(article);
            }
        });
        while (!checks.IsCompleted)
        {
            Assert.Null(await second.Get<ArticleEraser>().EraseAsync("a1", SomeNode.Site, CancellationToken.None));
        }

        await checks;
        Assert.Null(await second.Get<ArticleEraser>().EraseAsync("a1", SomeNode.Site, CancellationToken.None));
        Assert.Equal(0, store.Count("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
        var reports = await first.ReadAsync(db => db.Checks.Select(c => c.Report).ToListAsync());
        Assert.All(reports, r => Assert.DoesNotContain("Unmistakable", System.Text.Encoding.UTF8.GetString(PackedJson.Unpack(r)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finds_the_audit_whole_while_a_node_writes_it()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);
        await using var writer = await SomeNode.StartAsync(store);
        await using var reader = await SomeNode.StartAsync(store);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await writer.AnswerAsync(SomeRules.From("The Ended Gazette", "a1", $"day {i}"));
            }
        });

        while (!writing.IsCompleted)
        {
            Assert.Empty((await reader.Get<AuditVerifier>().VerifyAsync(CancellationToken.None)).Faults);
        }

        await writing;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Makes_the_schema_and_the_first_key_once_when_nodes_start_together(bool databaseIsThere)
    {
        using var store = SomeStore.Postgres(empty: true);
        if (!databaseIsThere)
        {
            PostgresServer.Shared.DropDatabase(store.ConnectionString);
        }

        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SomeNode.StartAsync(store))));

        Assert.Single(nodes, n => n.Printed.Key is not null);
        Assert.Single(nodes, n => n.Printed.Administrator is not null);
        Assert.Equal((1, 1), (store.Count("SELECT COUNT(*) FROM api_keys"), store.Count("SELECT COUNT(*) FROM accounts")));
        foreach (var node in nodes)
        {
            await node.AnswerAsync(SomeRules.From("The Invented Courier", "a1"));
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Makes_the_schema_of_the_model()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);
        await using var node = await SomeNode.StartAsync(store);

        Assert.False(await node.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())),
            "the model has changed: dotnet ef migrations add NAME --context PostgresContext -o Storage/PostgresMigrations");
        Assert.Equal(2, store.Count("""SELECT COUNT(*) FROM pg_attribute WHERE attname IN ('Submitted', 'Report') AND attstorage = 'e' AND attrelid IN ('articles'::regclass, 'checks'::regclass)"""));
    }
}
