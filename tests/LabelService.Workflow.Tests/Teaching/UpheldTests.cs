using LabelService.Workflow.Storage;
using LabelService.Workflow.Teaching;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Teaching;

public abstract class UpheldTests(StoreKind kind)
{
    [Fact]
    public async Task Counts_the_last_answer_to_each_question_and_nothing_taken_back()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.DecidedAsync("approve", 3);
        await node.DecidedAsync("edit");
        await node.DecidedAsync("reject", 2);
        foreach (var state in new[] { "undone", "replaced", "proposed", "disputed" })
        {
            await node.DecidedAsync("reject", 1, state);
        }

        var line = Assert.Single(await SharesAsync(node));

        Assert.Equal(new VerdictTally(3, 1, 2), line.Tally);
        Assert.Equal(4.0 / 6, line.Tally.Share!.Value, 0.0001);
    }

    [Fact]
    public async Task Counts_what_ended_once()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var now = node.Clock.GetUtcNow();
        await AddAsync(node,
            SomeDecisions.Of(1, "dsc_1", "reject", "ended", now.AddHours(-3)),
            SomeDecisions.Of(2, "dsc_1", "reject", "ended", now.AddHours(-3)), SomeDecisions.Of(2, "dsc_1", "reject", "ended", now.AddHours(-2)),
            SomeDecisions.Of(2, "dsc_1", "approve", "binding", now.AddHours(-1)), SomeDecisions.Of(2, "dsc_2", "approve", "binding", now.AddHours(-1)));

        Assert.Equal(new VerdictTally(2, 0, 1), Assert.Single(await SharesAsync(node)).Tally);
    }

    [Fact]
    public async Task Counts_by_entity_and_only_the_sites_and_days_asked_about()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store, "Reviews:TeachingDays=30");
        await node.DecidedAsync("reject", entity: "xx:old");
        node.Clock.Advance(TimeSpan.FromDays(31));
        await node.DecidedAsync("approve", 2, entity: "xx:courier");
        await node.DecidedAsync("reject", 2, entity: "xx:gazette");
        await node.DecidedAsync("reject", 5, entity: "xx:courier", site: "elsewhere");

        var mine = UpheldShares.LowestFirst(await SharesAsync(node));

        Assert.Equal(["xx:gazette", "xx:courier"], mine.Select(s => s.EntityId));
        Assert.Equal(new VerdictTally(2, 0, 0), mine[1].Tally);
        Assert.Equal(new VerdictTally(2, 0, 2), Assert.Single(UpheldShares.ByRule(mine)).Tally);
        Assert.Equal(7, (await node.Get<UpheldShares>().ByEntityAsync(null, CancellationToken.None)).Sum(s => s.Tally.Rejected));
    }

    private static Task<System.Collections.Immutable.ImmutableArray<ShareLine>> SharesAsync(SomeNode node) =>
        node.Get<UpheldShares>().ByEntityAsync([SomeNode.Site], CancellationToken.None);

    private static async Task AddAsync(SomeNode node, params Reviews.DecisionRow[] rows)
    {
        await using var db = await node.Get<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        db.Decisions.AddRange(rows);
        await db.SaveChangesAsync();
    }
}

public sealed class UpheldOnSqliteTests() : UpheldTests(StoreKind.Sqlite);

public sealed class UpheldOnPostgresTests() : UpheldTests(StoreKind.Postgres);
