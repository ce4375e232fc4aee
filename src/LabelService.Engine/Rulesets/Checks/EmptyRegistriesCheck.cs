using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Checks;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Rulesets.Checks;

/// <summary>A rule about a registry that holds nobody is right and yet finds nothing, until somebody imports the registry.</summary>
internal static class EmptyRegistriesCheck
{
    public static IEnumerable<LintFinding> Run(Ruleset ruleset, DateOnly today) =>
        from rule in ruleset.PacksAsRead.SelectMany(p => p.Rules)
        where rule.Status != RuleStatus.Off
        from condition in ConditionKinds.Parts(rule.When)
        let registries = ConditionKinds.RegistriesOf(condition).ToList()
        where registries.Count > 0 && registries.TrueForAll(id => ruleset.Registries.TryGetValue(id, out var registry) && registry.Entities.IsEmpty)
        select LintFinding.At(rule, condition.Position, LintCodes.EmptyRegistry, $"{rule.Id} asks for somebody whom {string.Join(" or ", registries)} includes, and no entity is there, so it finds nobody; import the list with 'labels registry import', or switch the rule off");
}
