using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds for articles of a section of the site, whatever the case of its name.</summary>
internal sealed record SectionCondition(ImmutableArray<string> Sections) : Condition
{
    public static Condition? Read(Node node, PackScope scope) =>
        ConditionReader.Bare(node, "section", scope).Texts("section") is { IsEmpty: false } sections ? new SectionCondition(sections) : null;

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context) => facts.Request.Article.Section?.Trim() is { Length: > 0 } section
        ? new Outcome(Sections.Contains(section, StringComparer.OrdinalIgnoreCase)) { Because = $"the section is '{Words.Short(section)}'" }
        : Outcome.No with { Because = "the article names no section" };
}
