using LabelService.Workflow.Events;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Reviews;

/// <summary>Notices that an article must now carry something else, and adds the event.</summary>
internal static class LabelChange
{
    /// <returns>Whether it does.</returns>
    public static bool Note(LabelContext db, ReviewArticle article, EffectiveReport? found, List<EventDraft> events, string? reviewId)
    {
        if (found is null || LabelsHash.Of(found.Effective) is var hash && hash == article.Row.LabelsHash)
        {
            return false;
        }

        article.Row.LabelsHash = hash;
        events.Add(EventDraft.Of(EventTypes.LabelsChanged, article.Row) with { ReviewId = reviewId });
        return true;
    }
}
