using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Checks;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Rulesets.Checks;

/// <summary>Versions of one duty follow each other day by day: on a day of overlap two texts are due, in a gap none is.</summary>
internal static class VersionsCheck
{
    public static IEnumerable<LintFinding> Run(Ruleset ruleset, DateOnly today) =>
        from duty in ruleset.PacksAsRead.SelectMany(p => p.Rules).Where(r => r.Status != RuleStatus.Off).SelectMany(Duties).GroupBy(d => d.Key, StringComparer.Ordinal)
        let versions = duty.DistinctBy(d => d.Rule.Id).OrderBy(d => d.Rule.From ?? DateOnly.MinValue).ToList()
        from pair in versions.Zip(versions.Skip(1))
        let finding = Between(pair.First.Rule, pair.Second.Rule, pair.First.Type)
        where finding is not null
        select finding;

    private static IEnumerable<(string Key, string Type, Rule Rule)> Duties(Rule rule) =>
        rule.Require.OfType<DisclosureRequirement>().Select(d => ($"{d.Type}\n{rule.Jurisdiction}\n{rule.Day}\n{ConditionText.Of(rule.When)}", d.Type, rule));

    private static LintFinding? Between(Rule earlier, Rule later, string type)
    {
        if (earlier.Until is { } end && later.From is { } begin && end < begin)
        {
            return LintFinding.At(later, LintCodes.VersionGap, $"from {end:yyyy-MM-dd}, when {earlier.Id} ends, until {begin:yyyy-MM-dd}, when {later.Id} begins, nothing requires {type}; end the earlier one on the day on which the newer begins: 'until: {begin:yyyy-MM-dd}'");
        }

        if (earlier.Until is { } until && later.From >= until)
        {
            return null;
        }

        Told right = later.From is { } from && from > (earlier.From ?? DateOnly.MinValue)
            ? $"end the earlier one on the day on which the newer begins: 'until: {from:yyyy-MM-dd}'"
            : (Told)"give them days that follow each other under 'effective', or make one rule of them";
        return LintFinding.At(later, LintCodes.VersionOverlap, $"{earlier.Id} and {later.Id} ask the same and both require {type} on some days; {right}");
    }
}
