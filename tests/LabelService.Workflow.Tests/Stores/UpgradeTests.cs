using System.Text;
using System.Text.Json.Nodes;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Tests.Archive;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Workflow.Tests.Stores;

/// <summary>A store that an earlier version made and filled is brought up, and everything in it is read as what it was.</summary>
public abstract class UpgradeTests(StoreKind kind)
{
    /// <summary>Of the migrations of a database, those by whose versions stores may have been made.</summary>
    protected static async Task ReadsAsync(StoreKind kind, string migration)
    {
        var (id, report) = await AnswerAsync(kind);
        using var store = await SomeStore.MakeAtAsync(kind, migration);
        var isFirst = migration.EndsWith("_Initial", StringComparison.Ordinal) && kind == StoreKind.Sqlite;
        await FillAsync(store, id, report, isFirst);

        await using var node = await SomeNode.StartAsync(store);
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal(report, Encoding.UTF8.GetString((await node.Get<StoredChecks>().FindAsync(id, SomeNode.Site, cancel)).Value!));
        Assert.Single((await node.LabelsAsync("a1")).Value!.Disclosures);
        var review = await node.ReadAsync(db => db.Reviews.AsNoTracking().SingleAsync());
        Assert.Equal(("rev_1", isFirst ? "superseded" : "pending", 1L), (review.Id, review.State, review.ArticleId));
        Assert.Equal(isFirst ? 0 : 1, await node.ReadAsync(db => db.Events.CountAsync(e => e.CheckId == id)));

        // Articles of a version without the index are candidates for everything, until they are read.
        Assert.Equal(["a1", "a2"], await node.FindAsync("xx:courier"));
        await node.IndexAsync();
        Assert.Equal(["a1"], await node.FindAsync("xx:courier"));

        // What comes now stands beside it.
        await node.AnswerAsync(SomeRules.From("The Invented Courier", "a2"));
        await node.IndexAsync();
        Assert.Equal(["a1", "a2"], await node.FindAsync("xx:courier"));
        Assert.Equal(isFirst ? 1 : 2, await node.ReadAsync(db => db.Events.CountAsync(e => e.Type == "check.completed")));
        Assert.Empty((await node.Get<StoreVerifier>().VerifyAsync(cancel)).Faults);
    }

    [Fact]
    public async Task Brings_a_store_up_that_is_up()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using (var node = await SomeNode.StartAsync(store))
        {
            await node.AnswerAsync(SomeRules.From("The Invented Courier", "a1"));
        }

        await using var again = await SomeNode.StartAsync(store);
        Assert.Single((await again.LabelsAsync("a1")).Value!.Disclosures);
    }

    /// <summary>An answer as the service gives it, from a store of its own.</summary>
    private static async Task<(string Id, string Json)> AnswerAsync(StoreKind kind)
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var json = Encoding.UTF8.GetString((await node.CheckAsync(SomeRules.From("The Invented Courier", "a1"))).Value!.Json);
        return ((string)JsonNode.Parse(json)!["id"]!, json);
    }

    /// <summary>As the hot write of those versions did, in their columns.</summary>
    private static async Task FillAsync(SomeStore store, string id, string report, bool isFirst)
    {
        await using var services = new ServiceCollection().AddLabelStore(store.Settings()).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        var hash = (string)JsonNode.Parse(report)!["article"]!["contentHash"]!;
        foreach (var (name, text) in ((string, string)[])[("a1", SomeRules.From("The Invented Courier", "a1")), ("a2", SomeRules.From("Nobody", "a2"))])
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "articles" ("Site", "Identity", "ExternalId", "ContentHash", "Asked", "Submitted", "ChangedAt", "Revision")
                VALUES ('default', {"id:" + name}, {name}, {hash}, '|', {Encoding.UTF8.GetBytes(text)}, 0, 1)
                """);
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "checks" ("Id", "Site", "KeyId", "ArticleId", "ContentHash", "Verdict", "RulesetVersion", "CreatedAt", "Report")
            VALUES ({id}, 'default', 'key_1', 1, {hash}, 'compliant', '1', 0, {Encoding.UTF8.GetBytes(report)})
            """);
        if (isFirst)
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "reviews" ("Id", "Site", "CheckId", "ArticleId", "ContentHash", "State", "OpenedAt", "Revision") VALUES ('rev_1', 'default', {id}, 1, {hash}, 'pending', 0, 1)""");
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "reviews" ("Id", "Site", "CheckId", "ArticleId", "ContentHash", "State", "Waiting", "OpenedAt", "DueAt", "IsPlanned", "SearchText", "Persons", "Revision")
            VALUES ('rev_1', 'default', {id}, 1, {hash}, 'pending', 1, 0, 0, {false}, '', 1, 1)
            """);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "events" ("Seq", "Site", "Type", "At", "ArticleId", "ExternalId", "CheckId") VALUES (1, 'default', 'check.completed', 0, 1, 'a1', {id})""");
        await db.Database.ExecuteSqlAsync($"""UPDATE "ledger" SET "EventSeq" = 1""");
    }
}

public sealed class UpgradeOnSqliteTests() : UpgradeTests(StoreKind.Sqlite)
{
    [Theory]
    [InlineData("20261123235104_Initial")]
    [InlineData("20261129065418_Reviews")]
    [InlineData("20261129105110_Newsroom")]
    public Task Reads_what_an_earlier_version_stored(string migration) => ReadsAsync(StoreKind.Sqlite, migration);
}

public sealed class UpgradeOnPostgresTests() : UpgradeTests(StoreKind.Postgres)
{
    [Theory]
    [InlineData("20261129070051_Initial")]
    [InlineData("20261129105112_Newsroom")]
    public Task Reads_what_an_earlier_version_stored(string migration) => ReadsAsync(StoreKind.Postgres, migration);
}
