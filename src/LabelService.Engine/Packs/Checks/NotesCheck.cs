namespace LabelService.Engine.Packs.Checks;

/// <summary>Whoever finds a rule off asks why.</summary>
internal static class NotesCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack) => pack.Rules
        .Where(r => r.Status == RuleStatus.Off && string.IsNullOrWhiteSpace(r.Note))
        .Select(r => LintFinding.At(r, "no-note", $"the rule {r.Id} is off and does not say why; add a 'note'"));
}
