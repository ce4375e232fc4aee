using System.Collections.Immutable;
using LabelService.Engine.Packs.Checks;

namespace LabelService.Engine.Checking.Trials;

/// <summary>What only a trial shows: how rules take the case articles of all packs. Each check is one file; all are listed here.</summary>
internal static class TrialLint
{
    private static readonly ImmutableArray<Func<RuleTrial, IEnumerable<LintFinding>>> Checks = [FiringCheck.Run, EverywhereCheck.Run, OverlapCheck.Run];

    public static IEnumerable<LintFinding> Find(RuleTrial trial) => Checks.SelectMany(check => check(trial));
}
