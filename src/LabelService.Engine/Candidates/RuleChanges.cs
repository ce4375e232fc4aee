using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Candidates;

/// <summary>Which rules in force differ between two rulesets, or have days that passed.</summary>
internal static class RuleChanges
{
    public static IEnumerable<RuleChange> Between(Ruleset before, Ruleset after, DayStep days)
    {
        var (was, becomes) = (InForce(before), InForce(after));
        foreach (var id in was.Keys.Union(becomes.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (earlier, now) = (was.GetValueOrDefault(id), becomes.GetValueOrDefault(id));
            if (Kind(earlier, now, before, after, days) is { } kind)
            {
                yield return new RuleChange(kind, id, earlier, now);
            }
        }
    }

    private static RuleChangeKind? Kind(Rule? earlier, Rule? now, Ruleset before, Ruleset after, DayStep days)
    {
        if (earlier is null || now is null)
        {
            return earlier is null ? RuleChangeKind.Added : RuleChangeKind.Removed;
        }

        // Packs may be kept in their last good state, so files tell less than what was read of them.
        if (earlier.Written != now.Written || earlier.Pack != now.Pack || Switch(before, earlier.Id) != Switch(after, now.Id) || MeetsOthers(earlier, before, now, after))
        {
            return RuleChangeKind.Changed;
        }

        return days.IsNone || !IsDated(now, days) ? null : RuleChangeKind.Dated;
    }

    private static Dictionary<string, Rule> InForce(Ruleset ruleset) => ruleset.Rules.Where(r => r.Status == RuleStatus.On).ToDictionary(r => r.Id, StringComparer.Ordinal);

    private static OutcomeSwitch? Switch(Ruleset ruleset, string id) => ruleset.Newsroom.Outcomes.GetValueOrDefault(id);

    /// <summary>What a rule says of a source hangs on whether other rules speak of reposts; and of a registry, on whether it can be used and where it counts.</summary>
    private static bool MeetsOthers(Rule earlier, Ruleset before, Rule now, Ruleset after)
    {
        var (was, becomes) = (earlier.When.Tree().OfType<EntityCondition>().ToList(), now.When.Tree().OfType<EntityCondition>().ToList());
        return was.Count != becomes.Count
            || was.Zip(becomes).Any(pair => !pair.First.RepostRules.SequenceEqual(pair.Second.RepostRules))
            || Registries(now).Any(id => Frame(before, id) != Frame(after, id));
    }

    private static IEnumerable<string> Registries(Rule rule) => rule.When.Tree().SelectMany(c => c switch
    {
        EntityCondition entity => entity.Registries,
        FormerCondition former => (IEnumerable<string>)former.Registries,
        _ => [],
    });

    /// <summary>Of a registry what labels speak of beside its entities; null where it cannot be used.</summary>
    private static (string Jurisdiction, string Title)? Frame(Ruleset ruleset, string id) =>
        ruleset.Registries.GetValueOrDefault(id) is { } registry ? (registry.Jurisdiction, string.Join('\n', registry.Title.Select(t => $"{t.Key}={t.Value}"))) : null;

    /// <summary>A rule that speaks of the age of articles holds for others every day.</summary>
    private static bool IsDated(Rule rule, DayStep days) =>
        days.Passes(rule.From) || days.Passes(rule.Until)
        || rule.When.Tree().Any(c => c is AgeCondition || (c is DaysCondition { OfPublication: false } range && (days.Passes(range.From) || days.Passes(range.Until))));
}
