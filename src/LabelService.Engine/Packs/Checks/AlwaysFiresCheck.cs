using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Packs.Checks;

/// <summary>A text that every article would have to carry is rarely meant.</summary>
internal static class AlwaysFiresCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack) => pack.Rules
        .Where(r => r.Require.Any(q => q is DisclosureRequirement or AgeRequirement) && Contradictions.Always(r.When))
        .Select(r => LintFinding.At(r, r.When.Position, LintCodes.AlwaysFires, $"the condition of {r.Id} holds for every article, so that all would have to carry what it requires; ask for something of the article, such as 'kind: advertisement'"));
}
