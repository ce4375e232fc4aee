using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds for articles in a language; <c>en</c> holds for <c>en-GB</c> too.</summary>
internal sealed record LanguageCondition(ImmutableArray<string> Tags) : Condition
{
    public static Condition? Read(Node node, PackScope scope)
    {
        var tags = ConditionReader.Bare(node, "language", scope).TextNodes("language");
        foreach (var tag in tags.Where(t => !Languages.IsTag(t.Value)))
        {
            scope.Errors.Add(tag.Position, "language", $"{tag.Shape} is not a language; write a BCP 47 code such as en or ru");
        }

        return tags.IsEmpty ? null : new LanguageCondition([.. tags.Select(t => t.Value)]);
    }

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context) => facts.Article.Language is { } language
        ? new Outcome(Tags.Any(t => Speaks(language, t))) { Because = $"the article's language is {language}" }
        : Outcome.No with { Because = "the article's language is unknown" };

    private static bool Speaks(string language, string tag) =>
        language.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && (language.Length == tag.Length || language[tag.Length] == '-');
}
