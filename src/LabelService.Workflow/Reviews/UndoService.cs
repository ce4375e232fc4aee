using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Reviews;

/// <summary>
/// Takes one's own decisions back: within ten seconds in any case, later while no newsroom has fetched labels that rest on them. What was
/// decided together is undone together.
/// </summary>
internal sealed class UndoService(
    IDbContextFactory<LabelContext> contexts, Ledger ledger, RememberedBook remembered, RulesetHolder rulesets, ExceptionsInForce exceptions,
    ReviewFeed feed, IOptions<ReviewOptions> options, TimeProvider time)
{
    public static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(10);
    private static readonly string Binding = Kebab<DecisionState>.Word(DecisionState.Binding);
    private static readonly string Proposed = Kebab<DecisionState>.Word(DecisionState.Proposed);

    /// <returns>The reviews that are open again.</returns>
    public async Task<Answer<List<ReviewRow>>> UndoAsync(string id, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            var undone = await UndoAsync(db, id, person, cancel);
            if (!undone.IsRefused)
            {
                await transaction.CommitAsync(cancel);
                await remembered.RefreshAsync(cancel);
                feed.Changed();
            }

            return undone;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReviewRefusals.Raced;
        }
    }

    private async Task<Answer<List<ReviewRow>>> UndoAsync(LabelContext db, string id, Person person, CancellationToken cancel)
    {
        if (await ReviewBook.FindAsync(db, id, person, cancel) is not { } review)
        {
            return ReviewRefusals.Unknown;
        }

        var mine = await db.Decisions.Where(d => d.ReviewId == id && (d.SecondById ?? d.ById) == person.Id && (d.State == Binding || d.State == Proposed)).ToListAsync(cancel);
        if (mine.Count == 0 || review.State == ReviewBook.Word(ReviewState.Superseded))
        {
            return ReviewRefusals.NothingToUndo;
        }

        var last = mine.Max(d => d.SecondAt ?? d.At);
        mine.RemoveAll(d => (d.SecondAt ?? d.At) < last);
        if (mine[0].SecondById == person.Id)
        {
            mine = mine[0].SecondGroupId is { } agreed ? await db.Decisions.Where(d => d.SecondGroupId == agreed && d.SecondById == person.Id && d.State == Binding).ToListAsync(cancel) : mine;
        }
        else if (mine[0].GroupId is { } group)
        {
            // What a second person has agreed to since is theirs to take back.
            mine = await db.Decisions.Where(d => d.GroupId == group && d.ById == person.Id && d.SecondById == null && (d.State == Binding || d.State == Proposed)).ToListAsync(cancel);
        }

        var now = time.GetUtcNow();
        if (now - last > AtLeast && mine.Exists(d => d.FetchedAt is not null))
        {
            return ReviewRefusals.Fetched;
        }

        return await UndoAsync(db, mine, person, now, cancel);
    }

    private async Task<Answer<List<ReviewRow>>> UndoAsync(LabelContext db, List<DecisionRow> mine, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        var (written, events, opened) = (new List<AuditEntry>(), new List<EventDraft>(), new List<ReviewRow>());
        foreach (var article in mine.Select(d => d.ArticleId).Distinct().Order())
        {
            await ReviewArticle.LockedAsync(db, article, cancel);
        }

        foreach (var decision in mine)
        {
            var before = decision.State;
            decision.State = decision.SecondById is null ? Kebab<DecisionState>.Word(DecisionState.Undone) : Proposed;
            if (decision.SecondById is null)
            {
                decision.EndedAt = now;
            }

            (decision.SecondById, decision.SecondByName, decision.SecondAt, decision.SecondGroupId) = (null, null, null, null);
            await RestoreAsync(db, decision, cancel);
            await ForgetAsync(db, decision, now, cancel);
            await WrongHits.RemoveAsync(db, decision, cancel);
            written.Add(new AuditEntry(AuditActor.Of(person), decision.Site, AuditWhat.DecisionUndone, decision.Id, DecisionData.Of(decision, before)));
        }

        foreach (var review in mine.Select(d => d.ReviewId).Distinct(StringComparer.Ordinal))
        {
            opened.Add(await ReopenAsync(db, review, mine, events, cancel));
        }

        await ledger.WriteAsync(db, written, events, cancel);
        return opened;
    }

    /// <summary>The decision that this one replaced binds again.</summary>
    private static async Task RestoreAsync(LabelContext db, DecisionRow decision, CancellationToken cancel)
    {
        foreach (var earlier in await db.Decisions.Where(d => d.ArticleId == decision.ArticleId && d.EndedWhy == decision.Id).ToListAsync(cancel))
        {
            (earlier.State, earlier.EndedAt, earlier.EndedWhy) = (Binding, null, null);
        }
    }

    private static async Task ForgetAsync(LabelContext db, DecisionRow decision, DateTimeOffset now, CancellationToken cancel)
    {
        if (decision.RememberedId is { } id)
        {
            decision.RememberedId = null;
            await RememberedBook.RevokeAsync(db, id, now, cancel);
        }
    }

    private async Task<ReviewRow> ReopenAsync(LabelContext db, string id, List<DecisionRow> undone, List<EventDraft> events, CancellationToken cancel)
    {
        var review = await db.Reviews.SingleAsync(r => r.Id == id, cancel);
        var questions = undone.Where(d => d.ReviewId == id).Select(d => d.DisclosureId).ToList();
        foreach (var item in await db.ReviewItems.Where(i => i.ReviewNumber == review.Number && questions.Contains(i.DisclosureId)).ToListAsync(cancel))
        {
            item.Waiting = true;
        }

        review.Revision++;
        (review.Waiting, review.NamesErasedAt) = (true, null);
        ReviewBook.GiveTime(review, options.Value, time.GetUtcNow());
        await db.ReviewItems.Where(i => i.ReviewNumber == review.Number && i.Waiting).ForEachAsync(i => i.DueAt = review.DueAt, cancel);
        review.State = ReviewBook.Word(review.AppealedAt is not null ? ReviewState.Appealed : review.EscalatedAt is not null ? ReviewState.Escalated : ReviewState.Open);
        (review.DecidedAt, review.DecidedById, review.DecidedByName) = (null, null, null);
        await db.SaveChangesAsync(cancel);
        var article = await ReviewArticle.OfAsync(db, review.ArticleId, cancel);
        var left = await db.Decisions.AsNoTracking().Where(d => d.ArticleId == review.ArticleId && d.State == Binding).ToListAsync(cancel);
        LabelChange.Note(article.Row, article.Check(rulesets.Current, exceptions, left), events, review.Id);
        return review;
    }
}
