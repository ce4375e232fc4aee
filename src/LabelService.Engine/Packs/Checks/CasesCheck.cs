namespace LabelService.Engine.Packs.Checks;

/// <summary>A rule without cases proves nothing.</summary>
internal static class CasesCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack) => pack.Rules
        .Where(r => r.CaseFiles.IsEmpty)
        .Select(r => LintFinding.At(r, "no-cases", $"the rule {r.Id} has no cases; write a file such as cases/{r.Id.Split('.')[^1]}.yaml and name it under 'cases'"));
}
