using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Rulesets;

/// <summary>The order of evaluation: as written, except that a rule comes after those whose outcome it asks for.</summary>
internal static class RuleOrder
{
    public static ImmutableArray<Rule> Sort(IEnumerable<Rule> rules)
    {
        var all = rules.ToList();
        var byId = ById(all);
        var sorted = ImmutableArray.CreateBuilder<Rule>(all.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in all)
        {
            Visit(rule);
        }

        return sorted.ToImmutable();

        void Visit(Rule rule)
        {
            // Marked before its references: a cycle, refused elsewhere, then ends here.
            if (!done.Add(rule.Id))
            {
                return;
            }

            foreach (var (id, _) in References(rule))
            {
                if (byId.TryGetValue(id, out var other))
                {
                    Visit(other);
                }
            }

            sorted.Add(rule);
        }
    }

    /// <summary>Each circle of rules once, with the place of the reference that leads on from each of them.</summary>
    public static IEnumerable<ImmutableArray<(Rule Rule, Position At)>> Cycles(IEnumerable<Rule> rules)
    {
        var byId = ById(rules);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<(Rule Rule, Position At)>();
        var found = new List<ImmutableArray<(Rule, Position)>>();
        foreach (var rule in byId.Values.OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            Visit(rule);
        }

        return found;

        void Visit(Rule rule)
        {
            if (path.FindIndex(p => p.Rule.Id == rule.Id) is >= 0 and var start)
            {
                found.Add([.. path.Skip(start)]);
                return;
            }

            if (done.Contains(rule.Id))
            {
                return;
            }

            foreach (var (id, at) in References(rule))
            {
                if (byId.TryGetValue(id, out var other))
                {
                    path.Add((rule, at));
                    Visit(other);
                    path.RemoveAt(path.Count - 1);
                }
            }

            done.Add(rule.Id);
        }
    }

    private static Dictionary<string, Rule> ById(IEnumerable<Rule> rules)
    {
        var byId = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            byId.TryAdd(rule.Id, rule);
        }

        return byId;
    }

    private static IEnumerable<(string Id, Position At)> References(Rule rule) =>
        rule.When.Tree().OfType<RuleCondition>().Select(c => (c.Rule, c.Position));
}
