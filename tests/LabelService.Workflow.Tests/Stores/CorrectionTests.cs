using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Corrections;
using LabelService.Workflow.Events;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Stores;

/// <summary>What comes from outside, whose it is, and how long it stays.</summary>
public abstract class CorrectionTests(StoreKind kind)
{
    private const string Wrong = "The article means somebody else.";
    private static readonly Person Everywhere = new("usr_1", "Somebody", "somebody@example.org", [PersonRoles.Senior], [Person.EverySite]);
    private static readonly Person North = Everywhere with { Id = "usr_2", Sites = ["north"] };

    [Theory]
    [InlineData("https://example.org/news/1", "http://www.example.org/news/1/?utm_source=mail&fbclid=x#comments")]
    [InlineData("https://www.example.org/news/1/", "https://example.org/news/1")]
    [InlineData("https://example.org/новости/1?id=7", "https://EXAMPLE.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1?utm_medium=rss&id=7")]
    public async Task Finds_the_article_however_its_address_was_copied(string published, string copied)
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await AnswerAsync(node, "north", published);

        Assert.Equal("north", (await ReceiveAsync(node, copied)).Site);
        Assert.Null((await ReceiveAsync(node, "https://example.org/news/2")).Site);
    }

    [Fact]
    public async Task Lists_page_by_page_and_closes_many_at_once()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        for (var i = 0; i < CorrectionBook.PageSize + 3; i++)
        {
            await ReceiveAsync(node, $"https://example.org/{i}");
        }

        var book = node.Get<CorrectionBook>();
        var first = await book.ListAsync(false, null, Everywhere, CancellationToken.None);
        var second = await book.ListAsync(false, first.Next, Everywhere, CancellationToken.None);
        Assert.Equal((CorrectionBook.PageSize, 3, null), (first.Corrections.Length, second.Corrections.Length, second.Next));
        Assert.Equal(CorrectionBook.PageSize + 3, await book.CountAsync(Everywhere, CancellationToken.None));
        Assert.Equal("not-found", (await book.CloseForeignAsync(Numbers(first), "Not ours.", North, CancellationToken.None))!.Code);
        Assert.Equal("none-chosen", (await book.CloseForeignAsync([], "Not ours.", Everywhere, CancellationToken.None))!.Code);
        Assert.Null(await book.CloseForeignAsync(Numbers(first), "Not ours.", Everywhere, CancellationToken.None));
        Assert.Null(await book.CloseForeignAsync(Numbers(second), "Not ours.", Everywhere, CancellationToken.None));
        Assert.Equal("correction-closed", (await book.CloseForeignAsync(Numbers(second), "Not ours.", Everywhere, CancellationToken.None))!.Code);

        var closed = await book.ListAsync(true, null, Everywhere, CancellationToken.None);
        var rest = await book.ListAsync(true, closed.Next, Everywhere, CancellationToken.None);
        Assert.Equal(CorrectionBook.PageSize + 3, closed.Corrections.Concat(rest.Corrections).Select(c => c.Row.Number).Distinct().Count());
    }

    [Fact]
    public async Task Has_somebody_else_say_that_a_label_stands()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var review = await AnswerAsync(node, "north", "https://example.org/1");
        var question = await node.ReadAsync(db => db.ReviewItems.Select(i => i.DisclosureId).SingleAsync());
        var decision = new DecisionRequest { Revision = 1, Decisions = [new DisclosureDecision { DisclosureId = question, Action = DecisionAction.Approve }] };
        Assert.Null((await node.Get<DecisionService>().DecideAsync(review!, decision, North, null, CancellationToken.None)).Refusal);
        var number = (await ReceiveAsync(node, "https://example.org/1")).Number;
        var other = (await ReceiveAsync(node, "https://example.org/2")).Number;

        var book = node.Get<CorrectionBook>();
        Assert.Equal("same-person", (await book.CloseAsync(number, CorrectionOutcome.Stands, "It stands.", North, CancellationToken.None))!.Code);
        Assert.True((await book.FindOpenAsync(other, review!, Everywhere, CancellationToken.None)).IsRefused);
        Assert.True((await book.FindOpenAsync(other, review!, North, CancellationToken.None)).IsRefused);
        Assert.False((await book.FindOpenAsync(number, review!, North, CancellationToken.None)).IsRefused);
        Assert.Null(await book.CloseAsync(number, CorrectionOutcome.Stands, "It stands.", Everywhere, CancellationToken.None));
        Assert.Equal("correction-closed", (await book.FindOpenAsync(number, review!, North, CancellationToken.None)).Refusal!.Code);
    }

    [Fact]
    public async Task Erases_what_was_written_and_replied()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await AnswerAsync(node, "north", "https://example.org/1");
        var ours = await ReceiveAsync(node, "https://example.org/1");
        var nobodys = await ReceiveAsync(node, "https://example.org/2");
        Assert.Null(await node.Get<SiteBook>().KeepAsync("north", null, 10, Everywhere, CancellationToken.None));
        foreach (var number in (long[])[ours.Number, nobodys.Number])
        {
            Assert.Null(await node.Get<CorrectionBook>().CloseAsync(number, CorrectionOutcome.NotOurs, "Somebody's name.", Everywhere, CancellationToken.None));
        }

        node.Clock.Advance(TimeSpan.FromDays(9));
        await node.Get<RetentionWorker>().RunAsync(CancellationToken.None);
        Assert.Equal(Wrong, (await node.Get<CorrectionInbox>().FindAsync(ours.Id, CancellationToken.None))!.Text);
        node.Clock.Advance(TimeSpan.FromDays(2));
        await node.Get<RetentionWorker>().RunAsync(CancellationToken.None);

        foreach (var row in await node.ReadAsync(db => db.Corrections.AsNoTracking().ToListAsync()))
        {
            Assert.Equal(("", null, "not-ours"), (row.Text, row.Reply, row.Outcome));
        }

        Assert.Equal(0, await node.ReadAsync(db => db.Audit.CountAsync(a => a.What == AuditWhat.CorrectionClosed && a.Data != null)));
        Assert.DoesNotContain(ours.Id, await node.ReadAsync(db => db.Audit.Select(a => a.Subject).ToListAsync()));
        Assert.Empty((await node.Get<AuditVerifier>().VerifyAsync(CancellationToken.None)).Faults);
    }

    [Fact]
    public async Task Knows_a_site_by_its_articles_and_what_it_would_erase()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await AnswerAsync(node, "north", "https://example.org/1");
        await AnswerAsync(node, "south", "https://example.org/1");
        node.Clock.Advance(TimeSpan.FromDays(5));

        Assert.Equal(["default", "north", "south"], (await node.Get<SiteBook>().ListAsync(CancellationToken.None)).Select(s => s.Site));
        Assert.Equal((1, 0), await OverdueAsync(1, 1));
        Assert.Equal((0, 0), await OverdueAsync(10, 10));

        async Task<(int Articles, int Reviews)> OverdueAsync(int articles, int names)
        {
            var overdue = await node.Get<SiteBook>().OverdueAsync("north", articles, names, CancellationToken.None);
            return (overdue.Articles, overdue.Reviews);
        }
    }

    [Fact]
    public async Task Passes_by_once_what_nobody_asked_for()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await AnswerAsync(node, "north", "https://example.org/1");

        var page = await node.Get<ChangeFeed>().SinceAsync("north", null, null, ["review.decided"], CancellationToken.None);

        Assert.Empty(page.Value!.Events);
        Assert.Equal($"{await node.ReadAsync(db => db.Events.MaxAsync(e => e.Seq))}", page.Value!.Cursor);
    }

    [Fact]
    public async Task Keeps_a_character_whole_where_a_title_is_cut()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);

        await node.AnswerAsync($$$"""{"article":{"externalId":"a1","title":"{{{new string('a', 299)}}}😀 and more","body":"The bridge was opened.\n\nSource: The Ended Gazette"}}""");

        Assert.Equal(new string('a', 299), await node.ReadAsync(db => db.Reviews.Select(r => r.Title).SingleAsync()));
    }

    private static ImmutableArray<long> Numbers(CorrectionList list) => [.. list.Corrections.Select(c => c.Row.Number)];

    private static async Task<CorrectionRow> ReceiveAsync(SomeNode node, string url) =>
        (await node.Get<CorrectionInbox>().ReceiveAsync("RU", "example-notice", url, Wrong, CancellationToken.None)).Value!;

    private static async Task<string?> AnswerAsync(SomeNode node, string site, string url)
    {
        var json = $$$"""{"article":{"url":"{{{url}}}","title":"A bridge is opened","body":"The bridge was opened.\n\nSource: The Ended Gazette"}}""";
        return (await node.CheckAsync(json, caller: new CheckCaller("key_1", site, true))).Value!.Report.Review?.Id;
    }
}

public sealed class CorrectionOnSqliteTests() : CorrectionTests(StoreKind.Sqlite);

public sealed class CorrectionOnPostgresTests() : CorrectionTests(StoreKind.Postgres);
