using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Stores;

public abstract class RetentionTests(StoreKind kind)
{
    private static readonly Person Moderator = new("usr_1", "Somebody", "somebody@example.org", [PersonRoles.Senior], [Person.EverySite]);

    [Fact]
    public async Task Erases_articles_that_are_older_than_the_site_keeps_them()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await KeepAsync(node, articleDays: 30);
        await node.AnswerAsync(SomeRules.From("The Ended Gazette", "old", "Monday"));
        node.Clock.Advance(TimeSpan.FromDays(29));
        await node.AnswerAsync(SomeRules.From("The Ended Gazette", "new", "Monday"));

        Assert.Equal((0, 0), await node.Get<RetentionWorker>().RunAsync(CancellationToken.None));
        node.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal((1, 0), await node.Get<RetentionWorker>().RunAsync(CancellationToken.None));

        Assert.Null((await node.ArticleAsync("old")).Submitted);
        Assert.NotNull((await node.ArticleAsync("new")).Submitted);
        Assert.Equal(["superseded", "open"], await node.ReadAsync(db => db.Reviews.OrderBy(r => r.Number).Select(r => r.State).ToListAsync()));
        Assert.Equal((0, 0), await node.Get<RetentionWorker>().RunAsync(CancellationToken.None));
        await VerifiesAsync(node, erased: 0);
    }

    [Fact]
    public async Task Erases_names_that_nobody_upheld_and_the_chain_still_holds()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await KeepAsync(node, pendingDays: 10);
        var rejected = await DecideAsync(node, "rejected", DecisionAction.Reject);
        await DecideAsync(node, "approved", DecisionAction.Approve);
        await node.AnswerAsync(SomeRules.From("The Ended Gazette", "waiting", "Monday"));
        var labels = (await node.LabelsAsync("rejected")).Value!.Disclosures.Select(d => d.Id).ToList();
        node.Clock.Advance(TimeSpan.FromDays(11));

        Assert.Equal((0, 2), await node.Get<RetentionWorker>().RunAsync(CancellationToken.None));

        var items = await node.ReadAsync(db => db.ReviewItems.OrderBy(i => i.Number).ToListAsync());
        Assert.Equal([false, true, true], items.Select(i => i.EntityName is not null));
        var decision = await node.ReadAsync(db => db.Decisions.SingleAsync(d => d.ReviewId == rejected));
        Assert.Equal((null, null, null, "reject"), (decision.EntityName, decision.Words, decision.Reason, decision.Action));
        var check = await node.ReadAsync(db => db.Checks.SingleAsync(c => c.ReviewId == rejected));
        Assert.DoesNotContain(StoredReport.Read(check.Report).Report.Disclosures, d => d.Status == DisclosureStatus.Pending);
        Assert.Equal(labels, (await node.LabelsAsync("rejected")).Value!.Disclosures.Select(d => d.Id));
        await VerifiesAsync(node, erased: 1);
        Assert.DoesNotContain("Ended Gazette", await ExportAsync(node, rejected, decision.Id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, 36_501)]
    public async Task Refuses_days_that_are_none(int? articles, int? names)
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);

        Assert.Equal("bad-days", (await node.Get<SiteBook>().KeepAsync(SomeNode.Site, articles, names, Moderator, CancellationToken.None))!.Code);
        Assert.Equal("not-found", (await node.Get<SiteBook>().KeepAsync("no-such-site", 5, 5, Moderator, CancellationToken.None))!.Code);
    }

    private static async Task KeepAsync(SomeNode node, int? articleDays = null, int? pendingDays = null) =>
        Assert.Null(await node.Get<SiteBook>().KeepAsync(SomeNode.Site, articleDays, pendingDays, Moderator, CancellationToken.None));

    private static async Task<string> DecideAsync(SomeNode node, string article, DecisionAction action)
    {
        var review = (string)(await node.AnswerAsync(SomeRules.From("The Ended Gazette", article, "Monday")))["review"]!["id"]!;
        var question = await node.ReadAsync(db => db.ReviewItems.Where(i => i.ReviewId == review).Select(i => i.DisclosureId).SingleAsync());
        var decided = await node.Get<DecisionService>().DecideAsync(
            review, new DecisionRequest { Revision = 1, Decisions = [new DisclosureDecision { DisclosureId = question, Action = action, Reason = "The Ended Gazette is another paper" }] }, Moderator, null, CancellationToken.None);
        Assert.Null(decided.Refusal);
        return review;
    }

    private static async Task VerifiesAsync(SomeNode node, int erased)
    {
        var verdict = await node.Get<AuditVerifier>().VerifyAsync(CancellationToken.None);
        Assert.Empty(verdict.Faults);
        Assert.Equal(erased, verdict.Erased);
    }

    private static async Task<string> ExportAsync(SomeNode node, params string[] subjects)
    {
        using var output = new StringWriter();
        foreach (var subject in subjects)
        {
            foreach (var row in await node.Get<AuditTrail>().PageAsync(null, subject, null, CancellationToken.None))
            {
                await output.WriteLineAsync(row.Data);
            }
        }

        return output.ToString();
    }
}

public sealed class RetentionOnSqliteTests() : RetentionTests(StoreKind.Sqlite);

public sealed class RetentionOnPostgresTests() : RetentionTests(StoreKind.Postgres);
