using System.Collections.Immutable;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Checks;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Checking.Trials;

/// <summary>Two rules that ask for one type of text on the same articles, for the same parties: one of them is a copy, or each means the other's.</summary>
internal static class OverlapCheck
{
    /// <summary>Places where both fire: one may be chance.</summary>
    private const int Least = 2;

    public static IEnumerable<LintFinding> Run(RuleTrial trial) =>
        from same in trial.Rules.SelectMany(Types).GroupBy(t => t.Key, StringComparer.Ordinal)
        let tried = same.Select(t => t.Rule).ToList()
        from later in Enumerable.Range(1, Math.Max(tried.Count - 1, 0))
        where later < tried.Count
        from earlier in tried.Take(later)
        where Overlap(earlier, tried[later])
        select LintFinding.At(tried[later].Rule, LintCodes.Overlaps, $"wherever one of {earlier.Rule.Id} ({earlier.Rule.Position.File}) and {tried[later].Rule.Id} fires in the case articles, the other asks for the same {same.Key.Split('\n')[0]}; make one rule of them, let one be silent with 'rule: {{ id: {earlier.Rule.Id}, fired: false }}', or part their days");

    private static IEnumerable<(string Key, TriedRule Rule)> Types(TriedRule tried) =>
        tried.Rule.Require.OfType<DisclosureRequirement>().Select(d => $"{d.Type}\n{tried.Rule.Jurisdiction}").Distinct(StringComparer.Ordinal).Select(k => (k, tried));

    private static bool Overlap(TriedRule one, TriedRule other)
    {
        // Rules of one condition are versions, which have a lint of their own.
        if (one.Rule.Id == other.Rule.Id || !DaysMeet(one.Rule, other.Rule) || ConditionText.Of(one.Rule.When) == ConditionText.Of(other.Rule.When))
        {
            return false;
        }

        var areOn = one.Rule.Status != RuleStatus.Off && other.Rule.Status != RuleStatus.Off;
        var (some, others) = areOn ? (one.AsShipped, other.AsShipped) : (one.AllOn, other.AllOn);
        return IsWithin(some, others) || IsWithin(others, some);
    }

    private static bool IsWithin(ImmutableHashSet<Firing> some, ImmutableHashSet<Firing> others) => some.Count >= Least && some.IsSubsetOf(others);

    private static bool DaysMeet(Rule one, Rule other) => !(one.Until <= other.From) && !(other.Until <= one.From);
}
