using System.Collections.Immutable;
using LabelService.Engine.Rulesets;

namespace LabelService.Workflow.Teaching;

/// <summary>The share of a rule's hits that must be upheld (<c>moderation.minUpheld</c>). A rule that names none is never braked.</summary>
internal static class RuleLimits
{
    /// <summary>By the rule's id; of several rules of one id the strictest counts.</summary>
    public static ImmutableSortedDictionary<string, double> Of(Ruleset? ruleset) => (ruleset?.Rules ?? [])
        .Where(r => r.Moderation.MinUpheld is not null).GroupBy(r => r.Id, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(r => r.Key, r => r.Max(x => x.Moderation.MinUpheld!.Value), StringComparer.Ordinal);
}
