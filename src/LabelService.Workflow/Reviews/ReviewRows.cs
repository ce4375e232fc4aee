using LabelService.Engine.Model;
using LabelService.Workflow.Articles;

namespace LabelService.Workflow.Reviews;

/// <summary>The rows of a review that is opened outside the hot write.</summary>
internal static class ReviewRows
{
    public static ReviewRow Review(ReviewDraft draft, ArticleRow article, string check, string id, DateTimeOffset now) => new()
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

    /// <param name="review">Saved: its number is known.</param>
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
