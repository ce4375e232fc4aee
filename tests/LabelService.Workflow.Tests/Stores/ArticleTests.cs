using System.Text;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Feedback;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Stores;

/// <summary>What is asked of stored articles and checks: labels, erasure, feedback.</summary>
public abstract class ArticleTests(StoreKind kind)
{
    [Fact]
    public async Task Finds_the_labels_by_id_and_by_address()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var checkd = await node.AnswerAsync("""{"article":{"externalId":"a1","url":"https://example.org/1","body":"Source: The Invented Courier"}}""");
        await node.AnswerAsync("""{"article":{"url":"https://example.org/2","body":"Some text."}}""");

        var byId = (await node.LabelsAsync("a1")).Value!;
        var byUrl = (await node.Get<LabelsService>().FindAsync(null, "https://example.org/1", SomeNode.Site, false, false, CancellationToken.None)).Value!;

        Assert.Equal((string)checkd["article"]!["contentHash"]!, byId.ContentHash);
        Assert.Equal(("a1", 1, 1), (byUrl.ExternalId, byUrl.Revision, byUrl.Disclosures.Length));
        Assert.False((await node.Get<LabelsService>().FindAsync(null, "https://example.org/2", SomeNode.Site, false, false, CancellationToken.None)).IsRefused);
        Assert.True((await node.Get<LabelsService>().FindAsync("a1", null, "other", false, false, CancellationToken.None)).IsRefused);
    }

    [Fact]
    public async Task Erases_the_body_and_takes_it_again()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var article = """{"article":{"externalId":"a1","body":"Unmistakable words."},"include":["labelled"]}""";
        var checkd = await node.AnswerAsync(article);

        Assert.Contains("Unmistakable", checkd.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(await EraseAsync(node, "a1"));
        Assert.Null(await EraseAsync(node, "a1"));
        Assert.NotNull(await EraseAsync(node, "other"));

        Assert.True((await node.LabelsAsync("a1")).IsRefused);
        var row = await node.ArticleAsync("a1");
        Assert.Equal((null, node.Clock.GetUtcNow()), (row.Submitted, row.ErasedAt));
        var kept = await node.Get<StoredChecks>().FindAsync((string)checkd["id"]!, SomeNode.Site, CancellationToken.None);
        Assert.DoesNotContain("Unmistakable", Encoding.UTF8.GetString(kept.Value!), StringComparison.Ordinal);
        await node.AnswerAsync(article);
        Assert.False((await node.LabelsAsync("a1")).IsRefused);
        Assert.Null((await node.ArticleAsync("a1")).ErasedAt);
    }

    [Fact]
    public async Task Keeps_what_editors_say_of_checks()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var check = (string)(await node.AnswerAsync(SomeRules.From("The Invented Courier", "a1")))["id"]!;
        var body = """{"kind":"wrong","rule":"xx.example.source","comment":"Не тот «Курьер»."}"""u8.ToArray();

        var said = await node.Get<FeedbackService>().AddAsync(check, body, SomeNode.Caller, CancellationToken.None);

        Assert.True((await node.Get<FeedbackService>().AddAsync("chk_unknown", body, SomeNode.Caller, CancellationToken.None)).IsRefused);
        Assert.Equal("Не тот «Курьер».", await node.ReadAsync(db => db.Feedback.Where(f => f.Id == said.Value!.Id).Select(f => f.Comment).SingleAsync()));
    }

    private static Task<Refusal?> EraseAsync(SomeNode node, string id) => node.Get<ArticleEraser>().EraseAsync(id, SomeNode.Site, CancellationToken.None);
}

public sealed class ArticleOnSqliteTests() : ArticleTests(StoreKind.Sqlite);

public sealed class ArticleOnPostgresTests() : ArticleTests(StoreKind.Postgres);
