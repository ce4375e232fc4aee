using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds where phrases stand in the article, as whole words whatever their case.</summary>
public sealed record TermsCondition : Condition
{
    private const int MostPhrases = 5000;
    private static readonly string[] Keys = ["any", "all", "in", "atLeast"];

    /// <summary>Every phrase to look for.</summary>
    public ImmutableArray<string> Phrases { get; init; } = [];

    /// <summary>Those that must all be there.</summary>
    public ImmutableArray<string> All { get; init; } = [];

    /// <summary>How many places must hold a phrase.</summary>
    public int AtLeast { get; init; } = 1;

    internal FieldScope Scope { get; init; } = new([]);

    internal static Condition? Read(Node node, PackScope scope)
    {
        if (ConditionReader.Map(node, "terms", Keys, scope) is not { } map)
        {
            return null;
        }

        var (any, all) = (map.TextNodes("any"), map.TextNodes("all"));
        if (any.IsEmpty && all.IsEmpty)
        {
            scope.Errors.Add(node.Position, "missing-key", "the condition 'terms' needs 'any' or 'all' with the phrases to look for, such as any: [phrase, another phrase]");
            return null;
        }

        if (any.Length + all.Length > MostPhrases)
        {
            scope.Errors.Add(node.Position, "too-many", $"the condition 'terms' has {any.Length + all.Length} phrases; at most {MostPhrases} are allowed");
            return null;
        }

        foreach (var phrase in any.Concat(all).Where(p => !p.Value.Any(char.IsLetterOrDigit)))
        {
            scope.Errors.Add(phrase.Position, "phrase", $"{phrase.Shape} holds no word to look for");
        }

        return new TermsCondition
        {
            Phrases = [.. any.Concat(all).Select(p => p.Value).Distinct(StringComparer.Ordinal)],
            All = [.. all.Select(p => p.Value).Distinct(StringComparer.Ordinal)],
            AtLeast = map.Whole("atLeast", 1, 1000) ?? 1,
            Scope = FieldScope.Read(map),
        };
    }

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var hits = facts.Terms.Where(t => ReferenceEquals(t.Owner, this) && Scope.Holds(facts, t.Evidence.Field, t.Evidence.InText.Start)).ToList();
        if (hits.Count < AtLeast)
        {
            return Outcome.No with { Because = hits.Count == 0 ? "none of its phrases stands there" : $"its phrases stand in {hits.Count} places, and {AtLeast} are asked for" };
        }

        if (All.FirstOrDefault(p => !hits.Exists(h => h.Phrase == p)) is { } lacking)
        {
            return Outcome.No with { Because = $"the phrase '{lacking}' does not stand there" };
        }

        return new Outcome(true)
        {
            Evidence = [.. hits.Select(h => h.Evidence)],
            Because = $"the text says '{string.Join("', '", hits.Select(h => h.Phrase).Distinct(StringComparer.Ordinal).Take(3))}'",
        };
    }
}
