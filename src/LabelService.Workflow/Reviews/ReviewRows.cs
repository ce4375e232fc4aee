using LabelService.Engine.Model;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Reviews;

/// <summary>Adds a review outside the hot write.</summary>
internal static class ReviewRows
{
    public static async Task<ReviewRow> AddAsync(LabelContext db, ReviewDraft draft, ArticleRow article, string check, string id, DateTimeOffset now, CancellationToken cancel)
    {
        var review = new ReviewRow
        {
            Id = id,
            Site = article.Site,
            CheckId = check,
            ArticleId = article.Id,
            ContentHash = article.ContentHash,
            State = ReviewBook.Word(ReviewState.Open),
            OpenedAt = now,
            DueAt = draft.DueAt,
            IsPlanned = draft.IsPlanned,
            Language = draft.Language,
            Title = draft.Title,
            Author = draft.Author,
            ExternalId = article.ExternalId,
            Url = article.Url,
            SearchText = draft.SearchText,
            Persons = draft.Persons,
        };
        db.Reviews.Add(review);
        await db.SaveChangesAsync(cancel);
        db.ReviewItems.AddRange(draft.Questions.Select(q => Item(review, q)));
        return review;
    }

    public static ReviewItemRow Item(ReviewRow review, Question q) => new()
    {
        ReviewNumber = review.Number,
        ReviewId = review.Id,
        ArticleId = review.ArticleId,
        Site = review.Site,
        DisclosureId = q.DisclosureId,
        Question = q.Key,
        Basis = q.Basis,
        Type = q.Type,
        Rule = q.Rule,
        Jurisdiction = q.Jurisdiction,
        EntityId = q.EntityId,
        EntityName = q.EntityName,
        Words = q.Words,
        Reason = Kebab<PendingReason>.Word(q.Reason),
        Confidence = q.Confidence,
        Language = review.Language,
        DueAt = review.DueAt,
    };
}
