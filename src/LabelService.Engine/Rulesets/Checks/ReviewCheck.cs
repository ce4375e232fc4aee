using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Checks;

namespace LabelService.Engine.Rulesets.Checks;

/// <summary>Laws change while rules lie still: a reminder that has come, or a wording that nobody has read in a source for a year.</summary>
internal static class ReviewCheck
{
    /// <summary>Days for which a wording that was read in a source counts as known.</summary>
    private const int KnownForDays = 365;

    public static IEnumerable<LintFinding> Run(Ruleset ruleset, DateOnly today)
    {
        foreach (var rule in ruleset.PacksAsRead.SelectMany(p => p.Rules).Where(r => r.Status != RuleStatus.Off && !(r.Until <= today)))
        {
            if (rule.ReviewBy is { } due && due <= today)
            {
                yield return LintFinding.At(rule, LintCodes.ReviewDue, $"{rule.Id} was to be looked at again by {due:yyyy-MM-dd}; read whether the law still says so, and set the next 'reviewBy', or 'until' where it has ended");
            }

            if (rule.WordingVerifiedUntil is { } verified && verified.AddDays(KnownForDays) < today)
            {
                yield return LintFinding.At(rule, LintCodes.WordingOld, $"the wording of {rule.Id} was last read in a source for {verified:yyyy-MM-dd}, more than {KnownForDays} days ago; read it again, and set 'wordingVerifiedUntil' to that day");
            }
        }
    }
}
