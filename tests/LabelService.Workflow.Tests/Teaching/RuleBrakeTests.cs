using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Teaching;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Teaching;

/// <summary>The rule's limit is 0.6.</summary>
public abstract class RuleBrakeTests(StoreKind kind)
{
    private static readonly Person Author = new("p9", "Anna", "anna@example.org", [PersonRoles.RuleAuthor], [Person.EverySite]);

    [Fact]
    public async Task Keeps_its_hands_off_while_the_decisions_are_few_or_might_be_chance()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.DecidedAsync("reject", 19);
        Assert.Empty(await LookAsync(node));
        await node.DecidedAsync("approve", 19);

        // Half were upheld, but of 38 decisions the true share may be 0.65.
        Assert.Empty(await LookAsync(node));
    }

    [Fact]
    public async Task Brakes_in_two_steps_and_counts_anew_after_each()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.DecidedAsync("reject", 25);

        Assert.Equal(new BrakeFigures(0, 25, 0.6), Assert.Single(await LookAsync(node)).Figures);
        Assert.Empty(await LookAsync(node));
        Assert.Equal(1, node.Get<ExceptionsInForce>().Remembered.Brakes[SomeDecisions.Rule]);

        node.Clock.Advance(TimeSpan.FromHours(1));
        await node.DecidedAsync("reject", 19);
        Assert.Empty(await LookAsync(node));
        await node.DecidedAsync("approve");
        Assert.Equal(new BrakeFigures(1, 20, 0.6), Assert.Single(await LookAsync(node)).Figures);
        Assert.Equal(2, node.Get<ExceptionsInForce>().Remembered.Brakes[SomeDecisions.Rule]);
        Assert.Equal(["rule.braked", "rule.braked"], await WrittenAsync(node));
    }

    [Fact]
    public async Task Lifts_for_good_until_new_decisions_say_otherwise()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.DecidedAsync("reject", 25);
        await LookAsync(node);
        var (book, brake) = (node.Get<BrakeBook>(), Assert.Single(await node.Get<BrakeBook>().InForceAsync(CancellationToken.None)));
        Assert.Equal(new BrakeFigures(0, 25, 0.6), BrakeFigures.Read(brake.Reason));

        node.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("reason-needed", (await book.LiftAsync(brake.Id, " ", Author, CancellationToken.None)).Refusal?.Code);
        Assert.False((await book.LiftAsync(brake.Id, "the pattern was mended", Author, CancellationToken.None)).IsRefused);
        Assert.Equal("brake-lifted", (await book.LiftAsync(brake.Id, "again", Author, CancellationToken.None)).Refusal?.Code);
        Assert.Equal("brake-unknown", (await book.LiftAsync("brk_none", "again", Author, CancellationToken.None)).Refusal?.Code);

        Assert.True(node.Get<ExceptionsInForce>().Remembered.IsEmpty);
        Assert.Empty(await LookAsync(node));
        node.Clock.Advance(TimeSpan.FromMinutes(1));
        await node.DecidedAsync("reject", 20);
        Assert.Equal(20, Assert.Single(await LookAsync(node)).Figures.Decided);
        Assert.Equal(["rule.braked", "rule.brake-lifted", "rule.braked"], await WrittenAsync(node));
        Assert.Empty((await node.Get<AuditVerifier>().VerifyAsync(CancellationToken.None)).Faults);
    }

    [Fact]
    public async Task Brakes_once_however_many_look()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var one = await SomeNode.StartAsync(store);
        await using var other = await SomeNode.StartAsync(store);
        await one.DecidedAsync("reject", 25);

        var steps = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => LookAsync(i % 2 == 0 ? one : other)));

        Assert.Single(steps.SelectMany(s => s));
        Assert.Equal(1, (await one.ReadAsync(db => db.Brakes.SingleAsync())).Step);
        await other.Get<RememberedBook>().RefreshAsync(CancellationToken.None);
        Assert.Equal(1, other.Get<ExceptionsInForce>().Remembered.Brakes[SomeDecisions.Rule]);
    }

    private static async Task<IReadOnlyList<BrakeStep>> LookAsync(SomeNode node) => await node.Get<RuleBrake>().LookAsync(CancellationToken.None);

    private static Task<List<string>> WrittenAsync(SomeNode node) =>
        node.ReadAsync(db => db.Audit.Where(a => a.Subject == SomeDecisions.Rule).OrderBy(a => a.Seq).Select(a => a.What).ToListAsync());
}

public sealed class RuleBrakeOnSqliteTests() : RuleBrakeTests(StoreKind.Sqlite);

public sealed class RuleBrakeOnPostgresTests() : RuleBrakeTests(StoreKind.Postgres);
