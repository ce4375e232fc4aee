using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Corrections;

/// <summary>What was said against labels from outside, for seniors: shown, answered, closed.</summary>
internal sealed class CorrectionBook(IDbContextFactory<LabelContext> contexts, Ledger ledger, ReviewFeed feed, TimeProvider time)
{
    public const int LongestText = 4000;
    public const int LongestUrl = 2000;
    public const int PageSize = 50;
    public const int MostCounted = 100;
    private const int MostReviews = 500;

    /// <summary>The oldest that wait, or the newest that are closed.</summary>
    /// <param name="after">The <see cref="CorrectionList.Next"/> of the page before; null, or anything else, for the first.</param>
    public async Task<CorrectionList> ListAsync(bool closed, string? after, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        PageCursor? cursor = PageCursor.TryParse(after, out var last) ? last : null;
        var seen = SeenBy(db.Corrections.AsNoTracking(), person);
        var ordered = closed ? ClosedAfter(seen, cursor).OrderByDescending(c => c.ClosedAt).ThenByDescending(c => c.Number)
            : seen.Where(c => c.Outcome == null && c.Number > last.Number).OrderBy(c => c.Number);
        var rows = await ordered.Take(PageSize + 1).ToListAsync(cancel);
        var next = rows.Count > PageSize ? new PageCursor(rows[PageSize - 1].ClosedAt ?? rows[PageSize - 1].At, rows[PageSize - 1].Number).ToString() : null;
        rows = [.. rows.Take(PageSize)];
        var articles = rows.Select(c => c.ArticleId).OfType<long>().Distinct().ToList();
        var superseded = ReviewBook.Word(ReviewState.Superseded);
        var reviews = (await db.Reviews.AsNoTracking().Where(r => articles.Contains(r.ArticleId) && r.State != superseded).OrderByDescending(r => r.Number)
            .Select(r => new CorrectedReview(r.ArticleId, r.Id, r.State, r.DecidedByName)).Take(MostReviews).ToListAsync(cancel)).ToLookup(r => r.ArticleId);
        return new CorrectionList([.. rows.Select(c => new OpenCorrection(c, c.ArticleId is { } id ? [.. reviews[id]] : []))], next);
    }

    /// <summary>How many wait, <see cref="MostCounted"/> at most.</summary>
    public async Task<int> CountAsync(Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await SeenBy(db.Corrections, person).Where(c => c.Outcome == null).Take(MostCounted).CountAsync(cancel);
    }

    /// <returns>The correction, where it waits and the review is one of its article.</returns>
    public async Task<Answer<CorrectionRow>> FindOpenAsync(long number, string review, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await SeenBy(db.Corrections.AsNoTracking(), person).SingleOrDefaultAsync(c => c.Number == number, cancel) is not { } row)
        {
            return CorrectionRefusals.Unknown;
        }

        if (row.Outcome is not null)
        {
            return CorrectionRefusals.Closed;
        }

        return await db.Reviews.AnyAsync(r => r.Id == review && r.ArticleId == row.ArticleId, cancel) ? row : ReviewRefusals.Unknown;
    }

    public Task<Refusal?> CloseAsync(long number, CorrectionOutcome outcome, string? reply, Person person, CancellationToken cancel) =>
        CloseAsync([number], outcome, reply, person, cancel);

    /// <summary>At once those of them that are about no label of this service, with one reply. What somebody has closed meanwhile stays so.</summary>
    public Task<Refusal?> CloseForeignAsync(ImmutableArray<long> numbers, string? reply, Person person, CancellationToken cancel) =>
        CloseAsync(numbers, CorrectionOutcome.NotOurs, reply, person, cancel);

    private async Task<Refusal?> CloseAsync(ImmutableArray<long> numbers, CorrectionOutcome outcome, string? reply, Person person, CancellationToken cancel)
    {
        if (ReviewRefusals.FaultOfReason(reply, "reply") is { } fault)
        {
            return fault;
        }

        if (numbers.Length is 0 or > PageSize)
        {
            return CorrectionRefusals.NoneChosen;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginAloneAsync(cancel);
        var chosen = numbers.ToArray();
        var rows = await SeenBy(db.Corrections, person).Where(c => chosen.Contains(c.Number)).OrderBy(c => c.Number).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return CorrectionRefusals.Unknown;
        }

        rows.RemoveAll(c => c.Outcome is not null);
        if (rows.Count == 0)
        {
            return CorrectionRefusals.Closed;
        }

        if (outcome == CorrectionOutcome.Stands && await HasDecidedAsync(db, rows, person, cancel))
        {
            return CorrectionRefusals.SamePerson;
        }

        var entries = rows.Select(row => Close(row, outcome, reply!.Trim(), person)).ToList();
        await ledger.WriteAsync(db, entries, [], cancel);
        await transaction.CommitAsync(cancel);
        feed.Changed();
        return null;
    }

    private AuditEntry Close(CorrectionRow row, CorrectionOutcome outcome, string reply, Person person)
    {
        (row.Outcome, row.Reply, row.ClosedAt, row.ClosedByName) = (Kebab<CorrectionOutcome>.Word(outcome), reply, time.GetUtcNow(), person.Name);
        var data = new JsonObject { ["outcome"] = row.Outcome, ["reply"] = row.Reply };
        return new AuditEntry(AuditActor.Of(person), row.Site, AuditWhat.CorrectionClosed, row.AuditSubject, AuditData.Of(null, data));
    }

    private static Task<bool> HasDecidedAsync(LabelContext db, List<CorrectionRow> rows, Person person, CancellationToken cancel)
    {
        var (articles, undone) = (rows.Select(c => c.ArticleId).OfType<long>().ToArray(), Kebab<DecisionState>.Word(DecisionState.Undone));
        return db.Decisions.AnyAsync(d => articles.Contains(d.ArticleId) && d.State != undone && (d.ById == person.Id || d.SecondById == person.Id), cancel);
    }

    private static IQueryable<CorrectionRow> ClosedAfter(IQueryable<CorrectionRow> rows, PageCursor? after)
    {
        rows = rows.Where(c => c.ClosedAt != null);
        return after is not { } cursor ? rows : rows.Where(c => c.ClosedAt < cursor.At || (c.ClosedAt == cursor.At && c.Number < cursor.Number));
    }

    /// <summary>What belongs to no known article is for administrators, and for those who see every site.</summary>
    private static IQueryable<CorrectionRow> SeenBy(IQueryable<CorrectionRow> rows, Person person) =>
        ReviewBook.SitesOf(person) is { } sites && !person.Is(PersonRoles.Administrator) ? rows.Where(c => sites.Contains(c.Site!)) : rows;
}
