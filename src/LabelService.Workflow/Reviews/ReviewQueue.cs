using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>
/// The queue, the most urgent first. Every page is read along an index from where the last one ended, so that its cost does not hang on
/// how much waits.
/// </summary>
internal sealed class ReviewQueue(IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    /// <summary>Above it, a count is not worth its time: "1,000+".</summary>
    public const int CountedAtMost = 1000;

    public async Task<Answer<QueuePage>> PageAsync(QueueQuery query, Person person, CancellationToken cancel)
    {
        PageCursor? after = null;
        if (query.Cursor is { } given)
        {
            if (!PageCursor.TryParse(given, out var cursor))
            {
                return Refusal.Invalid("cursor", "is no cursor of this queue; leave it out for the first page.");
            }

            after = cursor;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var numbers = await NumbersAsync(db, query, person, after, cancel);
        var rows = await db.Reviews.AsNoTracking().Where(r => numbers.Contains(r.Number)).Select(Line).ToListAsync(cancel);
        var page = (query.View == QueueView.Decided ? rows.OrderByDescending(r => r.DecidedAt).ThenByDescending(r => r.Number) : rows.OrderBy(r => r.DueAt).ThenBy(r => r.Number))
            .Take(QueueQuery.PageSize).ToList();
        var items = await ItemsAsync(db, [.. page.Select(r => r.Number)], cancel);
        var next = rows.Count > page.Count ? new PageCursor(query.View == QueueView.Decided ? page[^1].DecidedAt!.Value : page[^1].DueAt, page[^1].Number).ToString() : null;
        return new QueuePage([.. page.Select(r => r with { Items = [.. items[r.Number]] })], next);
    }

    /// <summary>How many there are, counted up to <see cref="CountedAtMost"/>.</summary>
    public async Task<int> CountAsync(QueueQuery query, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (reviews, _) = await ChosenAsync(db, query, person, null, cancel);
        return await reviews.Take(CountedAtMost + 1).CountAsync(cancel);
    }

    private async Task<List<long>> NumbersAsync(LabelContext db, QueueQuery query, Person person, PageCursor? after, CancellationToken cancel)
    {
        var (reviews, items) = await ChosenAsync(db, query, person, after, cancel);
        if (items is not null && query.View != QueueView.Decided)
        {
            return await AlongItemsAsync(items, cancel);
        }

        var ordered = query.View == QueueView.Decided
            ? reviews.OrderByDescending(r => r.DecidedAt).ThenByDescending(r => r.Number)
            : reviews.OrderBy(r => r.DueAt).ThenBy(r => r.Number);
        return await ordered.Take(QueueQuery.PageSize + 1).Select(r => r.Number).ToListAsync(cancel);
    }

    /// <summary>Along the index of the questions. One review may have several that fit, side by side: asking the store for distinct ones would read them all.</summary>
    private static async Task<List<long>> AlongItemsAsync(IQueryable<ReviewItemRow> items, CancellationToken cancel)
    {
        const int Wanted = QueueQuery.PageSize + 1;
        var found = new List<long>(Wanted);
        PageCursor? after = null;
        while (true)
        {
            var rows = await QueueFilters.After(items, after).OrderBy(i => i.DueAt).ThenBy(i => i.ReviewNumber)
                .Select(i => new { i.DueAt, i.ReviewNumber }).Take(2 * Wanted).ToListAsync(cancel);
            found.AddRange(rows.Select(r => r.ReviewNumber).Distinct().Except(found).ToList());
            if (found.Count >= Wanted || rows.Count < 2 * Wanted)
            {
                return [.. found.Take(Wanted)];
            }

            after = new PageCursor(rows[^1].DueAt, rows[^1].ReviewNumber);
        }
    }

    /// <returns>The reviews, and, where only questions are filtered by, those.</returns>
    private async Task<(IQueryable<ReviewRow> Reviews, IQueryable<ReviewItemRow>? Items)> ChosenAsync(
        LabelContext db, QueueQuery query, Person person, PageCursor? after, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var reviews = QueueFilters.After(QueueFilters.Of(db.Reviews.AsNoTracking().SeenBy(person), query, person, now), query, after);
        var routed = query.View == QueueView.Mine ? await RoutesAsync(db, person, cancel) : null;
        if (routed is not null)
        {
            reviews = QueueFilters.Routed(db, reviews, routed, person);
        }

        if (query.Text is { } text && SearchWords.Of(text) is { IsEmpty: false } words)
        {
            var found = await FullText.FindAsync(db, words, cancel);
            reviews = reviews.Where(r => found.Contains(r.Number));
        }

        if (!query.HasItemFilter)
        {
            return (reviews, null);
        }

        var onlyItems = QueueFilters.CanGoByItems(query) ? QueueFilters.After(QueueFilters.Of(db.ReviewItems.AsNoTracking().SeenBy(person), query, now), after) : null;
        var fitting = QueueFilters.Of(db.ReviewItems.AsNoTracking(), query, now);
        return (reviews.Where(r => fitting.Any(i => i.ReviewNumber == r.Number)), onlyItems);
    }

    private static async Task<DeskSettingsRow?> RoutesAsync(LabelContext db, Person person, CancellationToken cancel) =>
        await db.DeskSettings.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == person.Id, cancel) ?? new DeskSettingsRow { AccountId = person.Id };

    private static async Task<ILookup<long, QueueItem>> ItemsAsync(LabelContext db, List<long> numbers, CancellationToken cancel) => (await db.ReviewItems.AsNoTracking()
        .Where(i => numbers.Contains(i.ReviewNumber)).OrderBy(i => i.Number)
        .Select(i => new { i.ReviewNumber, Item = new QueueItem(i.DisclosureId, i.Question, i.Type, i.Rule, i.EntityId, i.EntityName, i.Words, i.Reason, i.Confidence, i.Waiting) })
        .ToListAsync(cancel)).ToLookup(i => i.ReviewNumber, i => i.Item);

    private static readonly System.Linq.Expressions.Expression<Func<ReviewRow, QueueLine>> Line = r => new QueueLine(
        r.Number, r.Id, r.Site, r.State, r.Waiting, r.Revision, r.Title, r.Author, r.Language, r.ExternalId, r.Url, r.OpenedAt, r.DueAt, r.IsPlanned, r.ClaimedById, r.ClaimedByName,
        r.LeaseUntil, r.DecidedAt, r.DecidedByName, r.EscalatedWhy);
}

/// <param name="Next">The cursor of the next page; null on the last.</param>
internal sealed record QueuePage(ImmutableArray<QueueLine> Lines, string? Next);

/// <summary>A review as the queue shows it.</summary>
internal sealed record QueueLine(
    long Number, string Id, string Site, string State, bool Waiting, int Revision, string? Title, string? Author, string? Language, string? ExternalId, string? Url,
    DateTimeOffset OpenedAt, DateTimeOffset DueAt, bool IsPlanned, string? ClaimedById, string? ClaimedByName, DateTimeOffset? LeaseUntil, DateTimeOffset? DecidedAt,
    string? DecidedByName, string? EscalatedWhy)
{
    public ImmutableArray<QueueItem> Items { get; init; } = [];
}

/// <summary>A question of it.</summary>
internal sealed record QueueItem(
    string DisclosureId, string Question, string Type, string Rule, string? EntityId, string? EntityName, string? Words, string Reason, double Confidence, bool Waiting);
