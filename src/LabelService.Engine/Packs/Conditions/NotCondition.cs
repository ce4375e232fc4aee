using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds where the condition inside does not.</summary>
internal sealed record NotCondition(Condition Inner) : Condition
{
    public override ImmutableArray<Condition> Children => [Inner];

    public static Condition? Read(Node node, PackScope scope) => ConditionReader.Read(node, scope) is { } inner ? new NotCondition(inner) : null;

    public override Condition Bind(RulesetFacts facts) => this with { Inner = Inner.Bind(facts) };

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var inner = Inner.Evaluate(facts, context);
        return !context.Explains ? Outcome.Of(!inner.Holds) : new Outcome(!inner.Holds) { Because = inner.Because };
    }
}
