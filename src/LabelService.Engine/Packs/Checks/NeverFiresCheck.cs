using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Packs.Checks;

/// <summary>A rule whose condition no article can meet protects nobody, and nobody notices.</summary>
internal static class NeverFiresCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack)
    {
        foreach (var rule in pack.Rules)
        {
            if ((Contradictions.Of(rule.When) ?? OutsideItsDays(rule)) is { } clash)
            {
                yield return LintFinding.At(rule, clash.At, LintCodes.NeverFires, $"the rule {rule.Id} can never fire: {clash.Why}");
            }
        }
    }

    /// <summary>A range of days in the condition that lies before or behind the days on which the rule is in force.</summary>
    private static Contradiction? OutsideItsDays(Rule rule)
    {
        var inForce = new DaysCondition(rule.Day == DayBasis.Published, rule.From, rule.Until);
        return ConditionKinds.Parts(rule.When).OfType<DaysCondition>()
            .Where(d => d.OfPublication == inForce.OfPublication && DayClash.Between(d, inForce) is not null)
            .Select(d => new Contradiction(d.Position, "the days in its condition lie outside the days on which it is in force; bring 'effective' and the condition together"))
            .FirstOrDefault();
    }
}
