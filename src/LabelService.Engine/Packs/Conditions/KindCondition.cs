using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds for articles of a kind, such as <c>advertisement</c>.</summary>
internal sealed record KindCondition(ImmutableArray<ArticleKind> Kinds) : Condition
{
    public static Condition? Read(Node node, PackScope scope) =>
        ConditionReader.Bare(node, "kind", scope).WordList<ArticleKind>("kind") is { IsEmpty: false } kinds ? new KindCondition(kinds) : null;

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var kind = facts.Request.Article.Kind;
        return new Outcome(Kinds.Contains(kind)) { Because = $"the article's kind is {Kebab<ArticleKind>.Word(kind)}" };
    }
}
