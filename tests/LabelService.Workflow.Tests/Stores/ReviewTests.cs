using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Stores;

public abstract class ReviewTests(StoreKind kind)
{
    [Fact]
    public async Task Keeps_one_review_of_an_article_that_follows_its_content()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);

        var first = await ReviewOfAsync(node, "a1", "Monday");
        Assert.Equal(first, await ReviewOfAsync(node, "a1", "Monday"));
        Assert.NotEqual(first, await ReviewOfAsync(node, "b1", "Monday"));
        var changed = await ReviewOfAsync(node, "a1", "Tuesday");

        Assert.Equal(first, changed);
        Assert.Equal(("open", 2), await StateAsync(node, first));
        var row = await node.ReadAsync(db => db.Reviews.SingleAsync(r => r.Id == first));
        Assert.Equal((await node.ArticleAsync("a1")).ContentHash, row.ContentHash);
        Assert.Equal(1, await node.ReadAsync(db => db.ReviewItems.CountAsync(i => i.ReviewId == first && i.Waiting)));
    }

    [Fact]
    public async Task Agrees_however_many_come_in_one_group()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => ReviewOfAsync(node, $"a{i % 3}", i % 2 == 0 ? "Monday" : "Tuesday")));

        var open = await node.ReadAsync(db => db.Reviews.Where(r => r.State == "open").ToListAsync());
        Assert.Equal(3, open.Select(r => r.ArticleId).Distinct().Count());
        Assert.Equal(3, open.Count);
        foreach (var review in open)
        {
            Assert.Equal(review.ContentHash, await node.ReadAsync(db => db.Articles.Where(a => a.Id == review.ArticleId).Select(a => a.ContentHash).SingleAsync()));
        }
    }

    private static async Task<string> ReviewOfAsync(SomeNode node, string article, string day) =>
        (string)(await node.AnswerAsync(SomeRules.From("The Ended Gazette", article, day)))["review"]!["id"]!;

    private static async Task<(string, int)> StateAsync(SomeNode node, string review)
    {
        var row = await node.ReadAsync(db => db.Reviews.SingleAsync(r => r.Id == review));
        return (row.State, row.Revision);
    }
}

public sealed class ReviewOnSqliteTests() : ReviewTests(StoreKind.Sqlite);

public sealed class ReviewOnPostgresTests() : ReviewTests(StoreKind.Postgres);
