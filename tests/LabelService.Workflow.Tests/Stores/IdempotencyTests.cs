using LabelService.Workflow.Checks;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Stores;

public abstract class IdempotencyTests(StoreKind kind)
{
    private static readonly string Article = SomeRules.From("The Invented Courier", "a1");

    [Fact]
    public async Task Answers_again_from_one_stored_check()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);

        var first = await node.CheckAsync(Article, "k1");
        var second = await node.CheckAsync(Article, "k1");
        var other = await node.CheckAsync(SomeRules.From("The Invented Courier", "a2"), "k1");

        Assert.Equal(first.Value!.Json, second.Value!.Json);
        Assert.Equal("idempotency-key-reused", other.Refusal!.Code);
        Assert.Equal(1, store.Count("SELECT COUNT(*) FROM checks"));
        Assert.NotEqual(first.Value.Report.Id, (await node.CheckAsync(Article, "k1", SomeNode.Caller with { KeyId = "key_2" })).Value!.Report.Id);
    }

    [Fact]
    public async Task Takes_a_key_again_after_a_day_and_forgets_old_ones()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var first = await node.CheckAsync(Article, "k1");
        await node.CheckAsync(Article, "k2");

        node.Clock.Advance(IdempotencyKeys.Life);
        var again = await node.CheckAsync(Article, "k1");
        node.Clock.Advance(TimeSpan.FromMinutes(11));
        await node.CheckAsync(Article, "k3");

        Assert.NotEqual(first.Value!.Report.Id, again.Value!.Report.Id);
        Assert.Equal(again.Value.Json, (await node.CheckAsync(Article, "k1")).Value!.Json);
        Assert.Equal(2, store.Count("SELECT COUNT(*) FROM idempotency"));
    }
}

public sealed class IdempotencyOnSqliteTests() : IdempotencyTests(StoreKind.Sqlite);

public sealed class IdempotencyOnPostgresTests() : IdempotencyTests(StoreKind.Postgres);
