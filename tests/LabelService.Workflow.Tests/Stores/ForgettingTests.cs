using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Feedback;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Stores;

/// <summary>Where else a name is found that nobody upheld.</summary>
public abstract class ForgettingTests(StoreKind kind)
{
    private const string Name = "The Ended Gazette";
    private const string Everything = ""","include":["trace","near-misses","labelled"]""";
    private static readonly Person Moderator = new("usr_1", "Somebody", "somebody@example.org", [PersonRoles.Senior], [Person.EverySite]);

    [Fact]
    public async Task Forgets_a_name_in_every_answer_about_the_article()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var (_, question) = await RejectAsync(node, "a1");
        await node.AnswerAsync(SomeRules.From(Name, "a1", more: Everything));
        var other = (string)(await node.AnswerAsync(SomeRules.From(Name, "a1", more: ""","asOf":"2021-01-01" """)))["id"]!;
        await SayAsync(node, other, question, "not that Gazette");
        await SayAsync(node, other, "dsc_other", "quite another thing");

        Assert.Equal(1, await EraseAsync(node, "a1"));

        foreach (var check in await node.ReadAsync(db => db.Checks.AsNoTracking().ToListAsync()))
        {
            var report = StoredReport.Read(check.Report).Report;
            Assert.DoesNotContain(report.Disclosures, d => d.Status == DisclosureStatus.Pending);
            Assert.Null(report.Trace);
            Assert.Null(report.NearMisses);
        }

        Assert.Equal([null, "quite another thing"], await node.ReadAsync(db => db.Feedback.OrderBy(f => f.Comment != null).Select(f => f.Comment).ToListAsync()));
        Assert.Equal(0, await EraseAsync(node, "a1"));
    }

    [Fact]
    public async Task Keeps_all_of_an_article_while_one_of_its_questions_waits()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var (review, _) = await RejectAsync(node, "a1");
        await node.Get<ReviewTalk>().AppealAsync(review, "It is that Gazette", Moderator, CancellationToken.None);

        Assert.Equal(0, await EraseAsync(node, "a1"));

        Assert.Equal(Name, await node.ReadAsync(db => db.ReviewItems.Select(i => i.EntityName).SingleAsync()));
        Assert.Null(await node.ReadAsync(db => db.Reviews.Select(r => r.NamesErasedAt).SingleAsync()));
    }

    [Fact]
    public async Task Forgets_at_once_where_the_article_is_erased()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var (_, question) = await RejectAsync(node, "a1");
        await node.AnswerAsync(SomeRules.From(Name, "waits", more: Everything));

        Assert.Null(await node.Get<ArticleEraser>().EraseAsync("a1", SomeNode.Site, CancellationToken.None));
        Assert.Null(await node.Get<ArticleEraser>().EraseAsync("waits", SomeNode.Site, CancellationToken.None));

        Assert.Equal(0, await node.ReadAsync(db => db.ReviewItems.CountAsync(i => i.EntityName != null || i.Words != null)));
        Assert.Equal(0, await node.ReadAsync(db => db.Decisions.CountAsync(d => d.EntityName != null || d.Reason != null)));
        Assert.Equal(0, await node.ReadAsync(db => db.Reviews.CountAsync(r => r.NamesErasedAt == null)));
        foreach (var check in await node.ReadAsync(db => db.Checks.AsNoTracking().ToListAsync()))
        {
            Assert.DoesNotContain(StoredReport.Read(check.Report).Report.Disclosures, d => d.Id == question);
        }

        Assert.Empty((await node.Get<AuditVerifier>().VerifyAsync(CancellationToken.None)).Faults);
    }

    [Fact]
    public async Task Forgets_what_was_remembered_once_it_holds_no_longer()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var (review, _) = await RejectAsync(node, "a1");
        await RememberAsync(node, review, new DateOnly(2026, 4, 1));
        Assert.Equal(1, await EraseAsync(node, "a1"));

        Assert.Equal(0, await node.Get<SettledNames>().EraseAsync(CancellationToken.None));
        node.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(1, await node.Get<SettledNames>().EraseAsync(CancellationToken.None));
        Assert.Equal(0, await node.Get<SettledNames>().EraseAsync(CancellationToken.None));

        var row = await node.ReadAsync(db => db.Remembered.AsNoTracking().SingleAsync());
        Assert.Equal(("", null, ""), (row.EntityId, row.Words, row.Reason));
        Assert.Null(await node.ReadAsync(db => db.Audit.Where(a => a.What == AuditWhat.Remembered).Select(a => a.Data).SingleAsync()));
        Assert.Empty((await node.Get<AuditVerifier>().VerifyAsync(CancellationToken.None)).Faults);
    }

    [Fact]
    public async Task Tells_once_what_two_nodes_erase_at_the_same_moment()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await using var other = await SomeNode.StartAsync(store);
        await RejectAsync(node, "a1");
        var before = node.Clock.GetUtcNow().AddDays(1);
        var article = (await node.ArticleAsync("a1")).Id;

        var erased = await Task.WhenAll(((SomeNode[])[node, other, node, other]).Select(n => Task.Run(() => n.Get<PendingNames>().EraseAsync(article, before, CancellationToken.None))));

        Assert.Equal(1, erased.Sum());
        Assert.Equal(1, await node.ReadAsync(db => db.Audit.CountAsync(a => a.What == AuditWhat.AuditErased)));
    }

    [Fact]
    public async Task Goes_on_past_a_row_that_is_damaged()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        Assert.Null(await node.Get<SiteBook>().KeepAsync(SomeNode.Site, null, 10, Moderator, CancellationToken.None));
        await RejectAsync(node, "damaged");
        await RejectAsync(node, "sound");
        var damaged = (await node.ArticleAsync("damaged")).Id;
        await node.ReadAsync(db => db.Checks.Where(c => c.ArticleId == damaged).ExecuteUpdateAsync(set => set.SetProperty(c => c.Report, new byte[] { 1, 2 })));
        node.Clock.Advance(TimeSpan.FromDays(11));

        Assert.Equal((0, 1), await node.Get<RetentionWorker>().RunAsync(CancellationToken.None));

        Assert.Equal([true, false], await node.ReadAsync(db => db.Reviews.OrderBy(r => r.Number).Select(r => r.NamesErasedAt == null).ToListAsync()));
    }

    private static async Task<int> EraseAsync(SomeNode node, string article) =>
        await node.Get<PendingNames>().EraseAsync((await node.ArticleAsync(article)).Id, node.Clock.GetUtcNow().AddDays(1), CancellationToken.None);

    private static Task<bool> RememberAsync(SomeNode node, string review, DateOnly until) => node.ReadAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var row = new RememberedRow
        {
            Id = "exc_1", Site = SomeNode.Site, EntityId = "xx:gazette", MeansIt = false, Words = Name, Reason = "another paper",
            DecisionId = await db.Decisions.Where(d => d.ReviewId == review).Select(d => d.Id).SingleAsync(),
            ById = Moderator.Id, ByName = Moderator.Name, At = node.Clock.GetUtcNow(), Until = until, Stamp = 1,
        };
        db.Remembered.Add(row);
        await node.Get<Ledger>().WriteAsync(db, [new AuditEntry(AuditActor.Of(Moderator), row.Site, AuditWhat.Remembered, row.Id, DecisionData.Of(row))], [], CancellationToken.None);
        await transaction.CommitAsync();
        return true;
    });

    private static Task SayAsync(SomeNode node, string check, string disclosure, string comment) => node.Get<FeedbackService>().AddAsync(
        check, System.Text.Encoding.UTF8.GetBytes($$"""{"kind":"wrong","disclosureId":"{{disclosure}}","comment":"{{comment}}"}"""), SomeNode.Caller, CancellationToken.None);

    private static async Task<(string Review, string Question)> RejectAsync(SomeNode node, string article)
    {
        var review = (string)(await node.AnswerAsync(SomeRules.From(Name, article, more: Everything)))["review"]!["id"]!;
        var question = await node.ReadAsync(db => db.ReviewItems.Where(i => i.ReviewId == review).Select(i => i.DisclosureId).SingleAsync());
        var decision = new DisclosureDecision
        {
            DisclosureId = question, Action = DecisionAction.Reject, Reason = "The Ended Gazette is another paper",
        };
        var decided = await node.Get<DecisionService>().DecideAsync(review, new DecisionRequest { Revision = 1, Decisions = [decision] }, Moderator, null, CancellationToken.None);
        Assert.Null(decided.Refusal);
        return (review, question);
    }
}

public sealed class ForgettingOnSqliteTests() : ForgettingTests(StoreKind.Sqlite);

public sealed class ForgettingOnPostgresTests() : ForgettingTests(StoreKind.Postgres);
