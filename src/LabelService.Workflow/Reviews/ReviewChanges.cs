using LabelService.Engine.Model;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>Carries out a <see cref="ReviewPlan"/> outside the hot write.</summary>
internal static class ReviewChanges
{
    public static async Task<ArticleReviews> KnownAsync(LabelContext db, long article, CancellationToken cancel)
    {
        var binding = Kebab<DecisionState>.Word(DecisionState.Binding);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.ArticleId == article && d.State == binding).OrderBy(d => d.At)
            .Select(d => new KnownDecision(d.DisclosureId, d.Basis, d.ReviewId, d.SecondAt ?? d.At, d.RememberedId != null)).ToListAsync(cancel);
        var review = await db.Reviews.AsNoTracking().Where(r => r.ArticleId == article && r.Waiting).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
        if (review is null)
        {
            return ArticleReviews.Of(null, decisions);
        }

        var items = await db.ReviewItems.AsNoTracking().Where(i => i.ReviewNumber == review.Number && i.Waiting).Select(i => new { i.DisclosureId, i.Basis }).ToListAsync(cancel);
        return ArticleReviews.Of(
            new WaitingReview(review.Id, review.State, review.ContentHash, review.DueAt, review.AppealedAt, [.. items.Select(i => (i.DisclosureId, i.Basis))]), decisions);
    }

    /// <param name="check">The article's last check, which a review refers to.</param>
    /// <returns>The review that is opened, which the caller adds with its questions, many at once; null where none is.</returns>
    public static async Task<ReviewRow?> ApplyAsync(LabelContext db, ReviewPlan plan, ReviewDraft? draft, ArticleRow row, string check, DateTimeOffset now, CancellationToken cancel)
    {
        if (plan.Ends is { } ends)
        {
            await EndAsync(db, ends.Id, cancel);
        }

        if (plan.Keeps is { } kept)
        {
            await KeepAsync(db, kept, draft, row, now, cancel);
        }

        return plan.Opens.IsEmpty ? null : ReviewRows.Review(draft! with { Questions = plan.Opens }, row, check, plan.Reference!.Id, now);
    }

    private static async Task EndAsync(LabelContext db, string id, CancellationToken cancel)
    {
        var review = await db.Reviews.SingleAsync(r => r.Id == id, cancel);
        (review.State, review.Waiting, review.ClaimedById, review.ClaimedByName, review.LeaseUntil) = (ReviewBook.Word(ReviewState.Superseded), false, null, null, null);
        review.Revision++;
        await db.ReviewItems.Where(i => i.ReviewNumber == review.Number && i.Waiting).ForEachAsync(i => i.Waiting = false, cancel);
    }

    private static async Task KeepAsync(LabelContext db, ReviewKept kept, ReviewDraft? draft, ArticleRow row, DateTimeOffset now, CancellationToken cancel)
    {
        var review = await db.Reviews.SingleAsync(r => r.Id == kept.Review.Id, cancel);
        var items = await db.ReviewItems.Where(i => i.ReviewNumber == review.Number && i.Waiting).ToListAsync(cancel);
        (review.DueAt, review.IsPlanned) = kept.IsMoved ? (kept.DueAt, kept.IsPlanned) : (review.DueAt, review.IsPlanned);
        items.ForEach(i => i.DueAt = review.DueAt);
        if (!kept.IsChanged)
        {
            return;
        }

        review.Revision++;
        review.ContentHash = row.ContentHash;
        if (draft is not null)
        {
            (review.Language, review.Title, review.Author, review.SearchText) = (draft.Language, draft.Title, draft.Author, draft.SearchText);
            review.Persons = Math.Max(review.Persons, draft.Persons);
        }

        var closed = items.Where(i => kept.Closes.Contains((i.DisclosureId, i.Basis))).ToList();
        closed.ForEach(i => i.Waiting = false);
        var (gone, proposed, disputed) = (closed.Select(i => i.DisclosureId).ToList(), Kebab<DecisionState>.Word(DecisionState.Proposed), Kebab<DecisionState>.Word(DecisionState.Disputed));
        foreach (var decision in await db.Decisions.Where(d => d.ReviewId == review.Id && gone.Contains(d.DisclosureId) && (d.State == proposed || d.State == disputed)).ToListAsync(cancel))
        {
            (decision.State, decision.EndedAt, decision.EndedWhy) = (Kebab<DecisionState>.Word(DecisionState.Ended), now, "no-longer-asked");
        }

        db.ReviewItems.AddRange(kept.Adds.Select(q => ReviewRows.Item(review, q)));
    }
}
