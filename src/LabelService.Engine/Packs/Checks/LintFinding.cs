using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Checks;

/// <summary>Something that a rule should mend, or answer under 'allow'.</summary>
internal sealed record LintFinding(Rule Rule, RuleFileError Warning)
{
    public string Code => Warning.Code;

    /// <summary>Whether the rule says why it is meant so.</summary>
    public bool IsAnswered => Rule.Allow.Any(a => a.Code == Code);

    public static LintFinding At(Rule rule, string code, Told message) => At(rule, rule.Position, code, message);

    public static LintFinding At(Rule rule, Position at, string code, Told message) =>
        new(rule, new RuleFileError(at.File, at.Line, at.Column, code, message));
}
