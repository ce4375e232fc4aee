using System.Collections.Immutable;
using LabelService.Engine.Packs.Checks;

namespace LabelService.Engine.Rulesets.Checks;

/// <summary>What only several packs together, a registry or the day show. Each check is one file; all are listed here.</summary>
internal static class RulesetLint
{
    private static readonly ImmutableArray<Func<Ruleset, DateOnly, IEnumerable<LintFinding>>> Checks =
    [
        VersionsCheck.Run, EmptyRegistriesCheck.Run, SilentRulesCheck.Run, ReviewCheck.Run,
    ];

    /// <param name="today">The day by which reminders are due; the host says it, for the engine reads no clock.</param>
    public static IEnumerable<LintFinding> Find(Ruleset ruleset, DateOnly today) => Checks.SelectMany(check => check(ruleset, today));
}
