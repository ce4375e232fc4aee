using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Checks;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Checking.Trials;

/// <summary>A rule that wants its text on nearly every article, those of other packs too, tells readers nothing.</summary>
internal static class EverywhereCheck
{
    /// <summary>Of fewer articles nothing can be said.</summary>
    private const int FewestArticles = 20;

    /// <summary>In hundredths.</summary>
    private const int NearlyAll = 90;

    public static IEnumerable<LintFinding> Run(RuleTrial trial) => trial.Rules
        .Where(t => trial.Articles >= FewestArticles && t.Fired.Count * 100 >= trial.Articles * NearlyAll && !Contradictions.Always(t.Rule.When))
        .Where(t => t.Rule.Require.Any(r => r is DisclosureRequirement or AgeRequirement))
        .Select(t => LintFinding.At(t.Rule, LintCodes.AlwaysFires, $"{t.Rule.Id} fires on {t.Fired.Count} of the {trial.Articles} case articles of all packs, nearly everywhere; narrow its condition, such as with 'kind' or 'section'"));
}
