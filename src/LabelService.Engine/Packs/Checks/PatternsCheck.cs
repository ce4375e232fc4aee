using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Checks;

/// <summary>A pattern that runs over any length joins words that have nothing to do with each other, a page apart.</summary>
internal static class PatternsCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack) =>
        from rule in pack.Rules
        from pattern in rule.When.Tree().OfType<PatternCondition>()
        let part = UnboundedPart.Of(pattern.Regex.ToString())
        where part is not null
        select LintFinding.At(rule, pattern.Position, LintCodes.UnboundedPattern, $"the pattern of {rule.Id} has '{Words.Short(part)}', which runs on over a text of any length; say how far it may reach, such as '{Words.Short(UnboundedPart.Bounded(part))}'");
}
