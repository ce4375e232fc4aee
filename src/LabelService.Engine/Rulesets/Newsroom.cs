using System.Collections.Frozen;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;

namespace LabelService.Engine.Rulesets;

/// <summary>What one newsroom switches, without touching a pack: packs, rules, and single outcomes of rules.</summary>
internal sealed record Newsroom
{
    public static readonly Newsroom None = new();

    /// <summary>Hash of the file's content; empty where there is no file.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Packs that are off.</summary>
    public FrozenSet<string> PacksOff { get; init; } = [];

    public FrozenDictionary<string, RuleStatus> Rules { get; init; } = FrozenDictionary<string, RuleStatus>.Empty;

    public FrozenDictionary<string, OutcomeSwitch> Outcomes { get; init; } = FrozenDictionary<string, OutcomeSwitch>.Empty;

    public Rule Apply(Rule rule)
    {
        if (Rules.TryGetValue(rule.Id, out var status))
        {
            rule = rule with { Status = status };
        }

        return Outcomes.TryGetValue(rule.Id, out var change)
            ? rule with { Require = [.. rule.Require.Select(change.Apply).OfType<Requirement>()] }
            : rule;
    }
}

/// <summary>What becomes of one rule's outcomes; null leaves as it is.</summary>
/// <param name="FlagsOff">No flag at all; then <paramref name="Flag"/> does not matter.</param>
internal sealed record OutcomeSwitch(bool AgeOff, bool DisclosureOff, bool FlagsOff, FlagAction? Flag, Placement? Placement)
{
    /// <returns>The requirement as it stays, or null where it is switched off.</returns>
    public Requirement? Apply(Requirement requirement) => requirement switch
    {
        AgeRequirement => AgeOff ? null : requirement,
        DisclosureRequirement text => DisclosureOff ? null : text with { Placement = Placement ?? text.Placement },
        FlagRequirement flag => FlagsOff ? null : flag with { Action = Flag ?? flag.Action },
        _ => requirement,
    };
}
