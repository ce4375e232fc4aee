using LabelService.Engine.Model;
using LabelService.Workflow.Feedback;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>
/// Tells the rule's authors of a hit that a moderator rejected, as an editor's report would: the workshop makes a case of it. Where only
/// whom words mean was asked, the rule was not wrong.
/// </summary>
internal static class WrongHits
{
    public static void Add(LabelContext db, DecisionRow decision, ReviewItemRow item)
    {
        var isOfRule = item.Reason == Kebab<PendingReason>.Word(PendingReason.RuleAsks) || item.Reason == Kebab<PendingReason>.Word(PendingReason.RuleBraked);
        if (!isOfRule || decision.Action != Kebab<DecisionAction>.Word(DecisionAction.Reject))
        {
            return;
        }

        db.Feedback.Add(new FeedbackRow
        {
            Id = IdOf(decision),
            Site = decision.Site,
            KeyId = decision.ById,
            CheckId = decision.CheckId,
            Kind = Kebab<FeedbackKind>.Word(FeedbackKind.Wrong),
            DisclosureId = decision.DisclosureId,
            Rule = decision.Rule,
            Comment = decision.Reason,
            CreatedAt = decision.SecondAt ?? decision.At,
        });
    }

    /// <summary>An undone decision has told nothing.</summary>
    public static Task RemoveAsync(LabelContext db, DecisionRow decision, CancellationToken cancel)
    {
        var id = IdOf(decision);
        return db.Feedback.Where(f => f.Id == id).ExecuteDeleteAsync(cancel);
    }

    private static string IdOf(DecisionRow decision) => "fbk_" + decision.Id[(decision.Id.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
