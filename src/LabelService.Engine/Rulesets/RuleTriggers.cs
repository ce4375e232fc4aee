using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Rulesets;

/// <summary>
/// Which rules can hold for an article at all, told by facts that cost nothing to look at: who is registered, which terms stand there, what
/// the CMS says. Of a thousand rules few can, and the others need no look.
/// </summary>
internal sealed class RuleTriggers
{
    private readonly ulong[] _always;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _byWord;
    private readonly Dictionary<TermsCondition, ImmutableArray<int>> _byTerms = new(ReferenceEqualityComparer.Instance);

    private RuleTriggers(ImmutableArray<Rule> rules, ImmutableArray<Trigger?> triggers)
    {
        Rules = rules;
        _always = new ulong[(rules.Length + 63) / 64];
        var pairs = new List<(object Key, int Rule)>();
        for (var i = 0; i < rules.Length; i++)
        {
            if (triggers[i] is { } trigger)
            {
                pairs.AddRange(trigger.Keys.Select(key => (key, i)));
            }
            else
            {
                Set(_always, i);
            }
        }

        _byWord = pairs.Where(p => p.Key is string).GroupBy(p => (string)p.Key, p => p.Rule, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        foreach (var terms in pairs.Where(p => p.Key is TermsCondition).GroupBy(p => (TermsCondition)p.Key, p => p.Rule, ReferenceEqualityComparer.Instance))
        {
            _byTerms[(TermsCondition)terms.Key!] = [.. terms.Distinct()];
        }
    }

    /// <summary>The rules that these are the triggers of, in the order in which they are evaluated.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <param name="rules">Sorted: a rule stands behind those whose outcome it asks for.</param>
    public static RuleTriggers Of(ImmutableArray<Rule> rules)
    {
        var byId = new Dictionary<string, Trigger?>(StringComparer.Ordinal);
        var triggers = ImmutableArray.CreateBuilder<Trigger?>(rules.Length);
        foreach (var rule in rules)
        {
            var trigger = Trigger.Of(rule.When, byId);
            byId[rule.Id] = trigger;
            triggers.Add(trigger);
        }

        return new RuleTriggers(rules, triggers.MoveToImmutable());
    }

    /// <summary>A bit for each rule that may hold, lowest first in the order of evaluation.</summary>
    public ulong[] MayHold(ArticleFacts facts)
    {
        var bits = (ulong[])_always.Clone();
        foreach (var word in Trigger.WordsOf(facts))
        {
            SetAll(bits, _byWord.GetValueOrDefault(word, []));
        }

        foreach (var term in facts.Terms)
        {
            SetAll(bits, term.Owner is TermsCondition owner ? _byTerms.GetValueOrDefault(owner, []) : []);
        }

        return bits;
    }

    private static void SetAll(ulong[] bits, ImmutableArray<int> rules)
    {
        foreach (var rule in rules)
        {
            Set(bits, rule);
        }
    }

    private static void Set(ulong[] bits, int rule) => bits[rule >> 6] |= 1UL << (rule & 63);
}
