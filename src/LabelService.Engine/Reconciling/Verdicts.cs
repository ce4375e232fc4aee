using LabelService.Engine.Model;

namespace LabelService.Engine.Reconciling;

/// <summary>One word for the whole: a question for a moderator outranks what an editor can mend alone.</summary>
internal static class Verdicts
{
    public static Verdict Of(IEnumerable<DisclosureStatus> statuses, IEnumerable<FlagAction> flags, bool couldNotCheck)
    {
        var all = statuses.ToList();
        if (couldNotCheck || all.Contains(DisclosureStatus.Pending))
        {
            return Verdict.NeedsReview;
        }

        return all.Any(s => s is DisclosureStatus.Missing or DisclosureStatus.Incorrect) || flags.Contains(FlagAction.Block)
            ? Verdict.ActionRequired
            : Verdict.Compliant;
    }
}
