using LabelService.Workflow.Accounts;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Teaching;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Teaching;

public abstract class TeachingBookTests(StoreKind kind)
{
    private static readonly Person Moderator = new("p1", "Vera", "vera@example.org", [PersonRoles.Moderator], [SomeNode.Site]);

    [Fact]
    public async Task Counts_checks_and_reviews_by_day()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.AnswerAsync(SomeRules.From("The Ended Gazette", "a1"));
        await node.AnswerAsync(SomeRules.From("The Invented Courier", "a2"));
        node.Clock.Advance(TimeSpan.FromDays(2));
        await node.AnswerAsync(SomeRules.From("Nobody's Paper", "a3"));
        await node.CheckAsync(SomeRules.From("Nobody's Paper", "b1"), caller: new CheckCaller("key_2", "elsewhere", true));

        var figures = await FiguresAsync(node);

        Assert.Equal(7, figures.Days.Length);
        Assert.Equal(new DayLine(new DateOnly(2026, 3, 1), 0, 1, 1, 1, 0, null, null), figures.Days[4]);
        Assert.Equal(new DayLine(new DateOnly(2026, 3, 3), 1, 0, 0, 0, 0, null, null), figures.Days[6]);
        Assert.All(figures.Days.RemoveAt(6).RemoveAt(4), d => Assert.Equal(0, d.Checks + d.Opened));
        Assert.Equal((1, 1), (figures.Queue.Waiting, figures.Queue.Overdue));
        Assert.Equal([0, 0, 0, 1, 0, 0], figures.Queue.Ages);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), figures.Queue.OldestAt);
        Assert.Equal(1, Assert.Single(figures.Rules).Waiting);
    }

    [Fact]
    public async Task Tells_how_long_decisions_took_and_what_they_were()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        foreach (var seconds in new[] { 90, 600, 12_629 })
        {
            var review = (string)(await node.AnswerAsync(SomeRules.From("The Ended Gazette", $"a{seconds}")))["review"]!["id"]!;
            await DecideAsync(node, review, TimeSpan.FromSeconds(seconds));
        }

        await node.DecidedAsync("approve", 2);
        await node.DecidedAsync("reject");
        var figures = await FiguresAsync(node);

        Assert.Equal((3, 600L, 12_600L), (figures.Days[^1].Decided, figures.Days[^1].MedianSeconds, figures.Days[^1].P90Seconds));
        Assert.Equal(new VerdictTally(2, 0, 1), Assert.Single(figures.Rules).Tally);
        Assert.Equal(0, figures.Queue.Waiting);
        Assert.Null(figures.Queue.OldestAt);
    }

    [Fact]
    public async Task Answers_from_memory_for_a_minute_and_counts_a_past_day_anew_after_an_hour()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        Assert.True((await FiguresAsync(node)).AreEmpty);
        await node.DecidedAsync("approve");
        Assert.True((await FiguresAsync(node)).AreEmpty);
        node.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await FiguresAsync(node)).AreEmpty);

        var days = node.Get<DayBook>();
        node.Clock.Advance(TimeSpan.FromDays(1));
        while (await days.PrepareAsync(CancellationToken.None))
        {
        }

        Assert.Single((await days.LastAsync(2, CancellationToken.None))[0].Decisions);
        await node.ReadAsync(db => db.Decisions.ExecuteDeleteAsync());
        Assert.Single((await days.LastAsync(2, CancellationToken.None))[0].Decisions);
        node.Clock.Advance(TimeSpan.FromHours(1));
        while (await days.PrepareAsync(CancellationToken.None))
        {
        }

        Assert.Empty((await days.LastAsync(2, CancellationToken.None))[0].Decisions);
    }

    private static Task<TeachingFigures> FiguresAsync(SomeNode node) => node.Get<TeachingBook>().OfAsync(Moderator, 7, CancellationToken.None);

    private static async Task DecideAsync(SomeNode node, string id, TimeSpan after)
    {
        await using var db = await node.Get<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        var review = await db.Reviews.SingleAsync(r => r.Id == id);
        (review.State, review.Waiting, review.DecidedAt) = ("decided", false, review.OpenedAt + after);
        await db.ReviewItems.Where(i => i.ReviewId == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Waiting, false));
        await db.SaveChangesAsync();
    }
}

public sealed class TeachingBookOnSqliteTests() : TeachingBookTests(StoreKind.Sqlite);

public sealed class TeachingBookOnPostgresTests() : TeachingBookTests(StoreKind.Postgres);
