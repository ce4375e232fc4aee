using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds for articles that carry one of these tags, whatever their case.</summary>
internal sealed record TagCondition(ImmutableArray<string> Tags) : Condition
{
    public static Condition? Read(Node node, PackScope scope) =>
        ConditionReader.Bare(node, "tag", scope).Texts("tag") is { IsEmpty: false } tags ? new TagCondition(tags) : null;

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var tags = facts.Request.Article.Tags is { IsDefault: false } given ? given : [];
        return tags.FirstOrDefault(t => t is not null && Tags.Contains(t.Trim(), StringComparer.OrdinalIgnoreCase)) is { } tag
            ? new Outcome(true) { Because = $"the article has the tag '{Words.Short(tag)}'" }
            : Outcome.No with { Because = "the article has none of its tags" };
    }
}
