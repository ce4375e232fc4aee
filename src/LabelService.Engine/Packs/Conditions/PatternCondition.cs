using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds where a regular expression matches. Only expressions that run in linear time are taken, whatever the text.</summary>
internal sealed record PatternCondition(Regex Regex, FieldScope Scope) : Condition
{
    private const int LongestPattern = 1000;

    /// <summary>Places shown as evidence; further ones say nothing new.</summary>
    private const int MostHits = 20;

    private static readonly string[] Keys = ["regex", "in"];

    private static readonly Outcome Nowhere = Outcome.No with { Because = "its pattern matches nowhere" };

    /// <summary>Where a text has none of it, the pattern matches nowhere.</summary>
    private readonly uint[] _grams = TextGrams.SlotsOf(RequiredLiteral.Of(Regex.ToString()));

    public static Condition? Read(Node node, PackScope scope)
    {
        var map = node is TextNode ? ConditionReader.Bare(node, "regex", scope) : ConditionReader.Map(node, "pattern", Keys, scope);
        if (map?.RequiredText("regex", "'\\berid[: ]{1,3}\\w{1,40}'", LongestPattern) is not { } source)
        {
            return null;
        }

        try
        {
            var regex = new Regex(source, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            if (!regex.IsMatch(""))
            {
                return new PatternCondition(regex, FieldScope.Read(map));
            }

            scope.Errors.Add(map.At("regex"), "regex", $"'{Words.Short(source)}' matches where nothing stands, so everywhere; ask for at least one character");
        }
        catch (ArgumentException problem)
        {
            scope.Errors.Add(map.At("regex"), "regex", $"this is not a regular expression: {Told.FromText(problem.Message.TrimEnd('.'))}; write a backslash before a sign that stands for itself, and one '(' for each ')', such as '\\berid[: ]{{1,3}}\\w{{1,40}}'");
        }
        catch (NotSupportedException)
        {
            scope.Errors.Add(map.At("regex"), "regex", "this expression cannot run in linear time; do without look-around, back-references and atomic groups, and keep repetitions small");
        }

        return null;
    }

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        if (_grams.Length > 0 && !facts.Grams.MayHold(_grams))
        {
            return Nowhere;
        }

        var hits = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var field in facts.Article.Fields.Where(Scope.Reaches))
        {
            foreach (var match in Regex.EnumerateMatches(field.Text))
            {
                if (hits.Count < MostHits && match.Length > 0 && Scope.Holds(facts, field.Path, match.Index))
                {
                    hits.Add(EvidenceOf.Range(field, match.Index, match.Index + match.Length, EvidenceKind.Term));
                }

                if (hits.Count == MostHits)
                {
                    break;
                }
            }
        }

        return hits.Count == 0
            ? Nowhere
            : new Outcome(true) { Evidence = hits.ToImmutable(), Because = $"the text has '{Words.Short(hits[0].Text!)}'" };
    }
}
