using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds for articles submitted in a format, such as <c>html</c>.</summary>
internal sealed record FormatCondition(ImmutableArray<ArticleFormat> Formats) : Condition
{
    public static Condition? Read(Node node, PackScope scope) =>
        ConditionReader.Bare(node, "format", scope).WordList<ArticleFormat>("format") is { IsEmpty: false } formats ? new FormatCondition(formats) : null;

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var format = facts.Request.Article.Format;
        return new Outcome(Formats.Contains(format)) { Because = $"the article's format is {Kebab<ArticleFormat>.Word(format)}" };
    }
}
