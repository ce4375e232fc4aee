using LabelService.Engine.Model;
using System.Globalization;

namespace LabelService.Engine.Packs.Checks;

/// <summary>Days that stand in an order which cannot be meant.</summary>
internal static class DaysCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack)
    {
        foreach (var rule in pack.Rules)
        {
            if (rule.ReviewBy <= rule.From)
            {
                yield return At(rule, $"reviewBy {rule.ReviewBy:yyyy-MM-dd} of {rule.Id} is not after from {rule.From:yyyy-MM-dd}");
            }

            if (rule.ReviewBy is not null && rule.ReviewBy == rule.Until)
            {
                yield return At(rule, $"until and reviewBy of {rule.Id} are the same day; a law's planned end is reviewBy only, until is for a rule that has ended");
            }
        }
    }

    private static LintFinding At(Rule rule, Told message) => LintFinding.At(rule, "day-order", message);
}
