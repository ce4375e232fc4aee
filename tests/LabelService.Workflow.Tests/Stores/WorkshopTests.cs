using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Tests.Support;
using LabelService.Workflow.Workshop;

namespace LabelService.Workflow.Tests.Stores;

/// <summary>Drafts, releases and how often rules spoke.</summary>
public abstract class WorkshopTests(StoreKind kind)
{
    private const string Partner = """{"article":{"externalId":"p1","language":"en","body":"The bridge was opened.","attributes":{"partner":"Reef Ltd"}}}""";
    private static readonly Actor Author = new("acc_author", "Аня", null);
    private static readonly Actor Senior = new("acc_senior", "Boris", null);

    [Fact]
    public async Task Releases_a_draft_and_takes_it_back()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var draft = await ProposedAsync(node);

        Assert.Equal("second-person", (await ApproveAsync(node, draft, Author)).Refusal?.Code);
        Assert.False((await ApproveAsync(node, draft, Senior)).IsRefused);
        Assert.Equal("action-required", await VerdictAsync(node));
        var release = Assert.Single(await node.Get<ReleaseService>().InForceAsync(CancellationToken.None));

        await using var other = await SomeNode.StartAsync(store);
        Assert.Equal("action-required", await VerdictAsync(other));
        Assert.False((await other.Get<ReleaseService>().TakeBackAsync(release.Number, "Too many.", Senior, CancellationToken.None)).IsRefused);
        Assert.Equal("compliant", await VerdictAsync(other));
        var history = await node.Get<WorkshopHistory>().OfAsync("house", null, CancellationToken.None);
        Assert.Equal([WorkshopEvent.TakenBack, WorkshopEvent.Approved, WorkshopEvent.Proposed, WorkshopEvent.Saved, WorkshopEvent.Begun], history.Select(h => h.What));
    }

    [Fact]
    public async Task Rejects_a_change_of_what_somebody_else_has_changed()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var (drafts, files) = (node.Get<DraftService>(), PackFiles.Of(SomeRules.House).Value!);
        var draft = (await drafts.NewPackAsync("house", "en", Author, CancellationToken.None)).Value!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => drafts.SaveAsync(draft.Id, 1, files, rebase: false, Author, CancellationToken.None)));

        Assert.Equal(1, answers.Count(a => !a.IsRefused));
        Assert.Equal(2, (await drafts.FindAsync(draft.Id, CancellationToken.None))!.Revision);
    }

    [Fact]
    public async Task Adds_up_how_often_a_rule_spoke_in_all_processes()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await using var other = await SomeNode.StartAsync(store);
        for (var i = 0; i < 5; i++)
        {
            await node.AnswerAsync(SomeRules.From("The Invented Courier", "a1"));
            await other.AnswerAsync(SomeRules.From("The Invented Courier", "a2"));
        }

        await node.Get<RuleUse>().FlushAsync(CancellationToken.None);
        var use = await other.Get<RuleUse>().OfAsync("xx.example.source", CancellationToken.None);

        Assert.Equal((10, new DateOnly(2026, 3, 1)), (use!.Fired, use.Since));
    }

    private static async Task<string> ProposedAsync(SomeNode node)
    {
        var drafts = node.Get<DraftService>();
        var draft = (await drafts.NewPackAsync("house", "en", Author, CancellationToken.None)).Value!;
        Assert.Null((await drafts.SaveAsync(draft.Id, 1, PackFiles.Of(SomeRules.House).Value!, rebase: false, Author, CancellationToken.None)).Refusal);
        Assert.Null((await node.Get<ProposalService>().ProposeAsync(draft.Id, 2, "Readers should know.", Author, CancellationToken.None)).Refusal);
        return draft.Id;
    }

    private static Task<Answer<DraftRow>> ApproveAsync(SomeNode node, string draft, Actor by) =>
        node.Get<ProposalService>().ApproveAsync(draft, 3, 100, by, CancellationToken.None);

    private static async Task<string> VerdictAsync(SomeNode node) => (string)(await node.AnswerAsync(Partner))["verdict"]!;
}

public sealed class WorkshopOnSqliteTests() : WorkshopTests(StoreKind.Sqlite);

public sealed class WorkshopOnPostgresTests() : WorkshopTests(StoreKind.Postgres);
