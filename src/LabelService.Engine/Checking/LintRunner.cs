using System.Collections.Immutable;
using LabelService.Engine.Checking.Trials;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Checks;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Rulesets.Checks;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Checking;

/// <summary>Everything that can be said of rules without a reader's eye: errors, and all lints, those by trial too. For whoever writes rules; a service loads without.</summary>
public static class LintRunner
{
    /// <param name="today">The day by which reminders are due.</param>
    /// <param name="pack">Only warnings about this pack's rules; null for all.</param>
    /// <param name="inForce">A ruleset of which all that did not change is taken over.</param>
    public static RulesetResult Run(IReadOnlyDictionary<string, string> files, RulesetSettings settings, DateOnly today, string? pack = null, Ruleset? inForce = null)
    {
        var result = RulesetBuilder.Build(files, settings, inForce);
        if (result.Ruleset is not { } ruleset)
        {
            return result;
        }

        var ofPacks = ruleset.PacksAsRead.SelectMany(RuleLint.Find).ToList();
        var further = RulesetLint.Find(ruleset, today).Concat(TrialLint.Find(TrialRunner.Run(files, ruleset, settings)))
            .Where(f => !ofPacks.Exists(o => o.Rule.Id == f.Rule.Id && o.Code == f.Code)).ToList();
        var warnings = further.Where(f => !f.IsAnswered).Concat(Unneeded(ruleset, [.. ofPacks, .. further])).Where(f => pack is null || f.Rule.Pack == pack).Select(f => f.Warning);
        return result with
        {
            Warnings = [.. result.Warnings.Where(w => pack is null || w.File.StartsWith($"packs/{pack}/", StringComparison.Ordinal)).Concat(warnings)
                .OrderBy(w => w.File, StringComparer.Ordinal).ThenBy(w => w.Line).ThenBy(w => w.Column)],
        };
    }

    /// <summary>Answers to what nobody asks: they would hide the next fault.</summary>
    private static IEnumerable<LintFinding> Unneeded(Ruleset ruleset, ImmutableArray<LintFinding> found) =>
        from rule in ruleset.PacksAsRead.SelectMany(p => p.Rules)
        from allowed in rule.Allow
        where !LintCodes.Passing.Contains(allowed.Code) && !found.Any(f => f.Rule.Id == rule.Id && f.Code == allowed.Code)
        select LintFinding.At(rule, allowed.Position, LintCodes.AllowUnused, $"{rule.Id} allows '{allowed.Code}' ({Words.Short(allowed.Reason)}), and nothing of the kind is found; take the line out, so that it hides nothing later");
}
