using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds where one condition inside holds, for the entities of all that do.</summary>
internal sealed record AnyCondition(ImmutableArray<Condition> Conditions) : Condition
{
    public override ImmutableArray<Condition> Children => Conditions;

    public static Condition? Read(Node node, PackScope scope) => ConditionLists.Read(node, "any", scope) is { } list ? new AnyCondition(list) : null;

    public override Condition Bind(RulesetFacts facts) => this with { Conditions = [.. Conditions.Select(c => c.Bind(facts))] };

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var outcomes = new Outcome[Conditions.Length];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Conditions[i].Evaluate(facts, context);
        }

        if (!Array.Exists(outcomes, o => o.Holds))
        {
            return context.Explains ? Outcome.No with { Because = ConditionLists.Because(outcomes, " and ") } : Outcome.No;
        }

        var holding = outcomes.Where(o => o.Holds).ToList();

        ImmutableArray<SubjectMatch> subjects =
            [.. holding.SelectMany(o => o.Subjects).GroupBy(s => s.Fact.Entity.Id, StringComparer.Ordinal).Select(Strongest)];
        return new Outcome(true)
        {
            Subjects = subjects,
            Evidence = ConditionLists.Evidence(holding, subjects),
            Confidence = holding.Max(o => o.Confidence),
            Because = context.Explains ? ConditionLists.Because(holding, " and ") : "",
        };
    }

    /// <summary>Where one part finds a listing without end and another an ended one, the former counts.</summary>
    private static SubjectMatch Strongest(IEnumerable<SubjectMatch> same) => same.OrderBy(s => s.EndedOnly).First();
}
