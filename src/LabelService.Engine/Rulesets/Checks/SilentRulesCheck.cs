using System.Collections.Frozen;
using LabelService.Engine.Packs.Checks;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Rulesets.Checks;

/// <summary>A rule that waits for another one which is switched off waits for ever.</summary>
internal static class SilentRulesCheck
{
    public static IEnumerable<LintFinding> Run(Ruleset ruleset, DateOnly today)
    {
        var evaluated = ruleset.Rules.Select(r => r.Id).ToFrozenSet(StringComparer.Ordinal);
        return from rule in ruleset.Rules
               from other in ConditionKinds.Parts(rule.When).OfType<RuleCondition>()
               where other.Fired && !evaluated.Contains(other.Rule)
               select LintFinding.At(rule, other.Position, LintCodes.NeverFires, $"the rule {rule.Id} can never fire: it waits for {other.Rule}, which is off; switch that rule on or to shadow, or this one off");
    }
}
