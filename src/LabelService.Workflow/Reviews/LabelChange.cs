using LabelService.Workflow.Articles;
using LabelService.Workflow.Events;

namespace LabelService.Workflow.Reviews;

/// <summary>Notices that an article must now carry something else, and adds the event.</summary>
internal static class LabelChange
{
    /// <returns>Whether it does.</returns>
    public static bool Note(ArticleRow article, EffectiveReport? found, List<EventDraft> events, string? reviewId)
    {
        if (found is null || LabelsHash.Of(found.Effective) is var hash && hash == article.LabelsHash)
        {
            return false;
        }

        article.LabelsHash = hash;
        events.Add(EventDraft.Of(EventTypes.LabelsChanged, article) with { ReviewId = reviewId });
        return true;
    }
}
