using System.Collections.Immutable;
using LabelService.Engine.Matching;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Candidates;

/// <summary>
/// Which articles a rule can speak of, by what its condition asks for. Where that is nothing that keys tell, the answer is
/// <see cref="WordQuery.All"/>; so it is for rules about the entities of whole registries.
/// </summary>
public static class RuleWords
{
    /// <param name="decided">See <see cref="EntityWords.Of(Ruleset, IReadOnlyCollection{string}, IReadOnlySet{string})"/>.</param>
    public static WordQuery Of(Rule rule, Ruleset ruleset, IReadOnlySet<string>? decided = null) => Of(rule.When, new Asked(ruleset, decided, [rule.Id]));

    private static WordQuery Of(Condition condition, Asked asked) => condition switch
    {
        AllCondition all => all.Conditions.OrderBy(Width).Select(c => Of(c, asked)).FirstOrDefault(q => !q.IsAll) ?? WordQuery.All,
        AnyCondition any => any.Conditions.Select(c => Of(c, asked)).Aggregate((one, other) => one.Or(other)),
        TermsCondition terms => OfTerms(terms),
        PatternCondition pattern => OfPattern(pattern),
        EntityCondition { Ids.Count: > 0 } entity => EntityWords.Of(asked.Ruleset, entity.Ids, asked.Decided),
        KindCondition or SectionCondition or TagCondition or MediaCondition or AttributeCondition => OfFacts(condition),
        RuleCondition { Fired: true } other when !asked.Rules.Contains(other.Rule) => asked.Ruleset.Rules.FirstOrDefault(r => r.Id == other.Rule) is { } rule
            ? Of(rule.When, asked with { Rules = asked.Rules.Add(other.Rule) })
            : WordQuery.All,
        _ => WordQuery.All,
    };

    /// <summary>Of several conditions that must all hold, the one that fewest articles meet serves best.</summary>
    private static int Width(Condition condition) => condition switch
    {
        TermsCondition or PatternCondition or EntityCondition => 0,
        AttributeCondition => 1,
        SectionCondition or TagCondition or MediaCondition => 2,
        AllCondition all => all.Conditions.Min(Width),
        AnyCondition any => any.Conditions.Max(Width),
        KindCondition => 3,
        _ => 4,
    };

    private static WordQuery OfTerms(TermsCondition terms) => terms.All.IsEmpty
        ? new WordQuery([.. terms.Phrases.Select(p => WordClause.Of(WordsOf(p)))])
        : new WordQuery([WordClause.Of(terms.All.SelectMany(WordsOf))]);

    private static IEnumerable<uint[]> WordsOf(string phrase) =>
        Phrase.Of(phrase, phrase)!.Words.OrderByDescending(w => w.Length).Select(w => (uint[])[WordKey.Of(WordScanner.HashOf(w))]);

    /// <summary>The words that stand whole inside what every match holds: the first and the last may be parts of longer ones.</summary>
    private static WordQuery OfPattern(PatternCondition pattern)
    {
        var literal = RequiredLiteral.Of(pattern.Regex.ToString());
        using var words = WordScanner.Scan(literal);
        var whole = ImmutableArray.CreateBuilder<ImmutableArray<uint>>();
        foreach (var word in words.Span)
        {
            if (word.Start > 0 && word.End < literal.Length)
            {
                whole.Add([WordKey.Of(word.Hash)]);
            }
        }

        return whole.Count == 0 ? WordQuery.All : new WordQuery([new WordClause(whole.ToImmutable())]);
    }

    private static WordQuery OfFacts(Condition condition) => Trigger.Of(condition, ImmutableDictionary<string, Trigger?>.Empty) is { } trigger
        ? new WordQuery([WordClause.Of(trigger.Keys.Select(k => WordKey.Fact((string)k)))])
        : WordQuery.All;

    /// <param name="Rules">Those whose conditions are being looked at, so that rules that ask for each other come to an end.</param>
    private sealed record Asked(Ruleset Ruleset, IReadOnlySet<string>? Decided, ImmutableHashSet<string> Rules);
}
