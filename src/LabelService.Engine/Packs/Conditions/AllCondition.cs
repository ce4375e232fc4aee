using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds where every condition inside holds; of several that speak of entities, for those entities in which all agree.</summary>
internal sealed record AllCondition(ImmutableArray<Condition> Conditions) : Condition
{
    public override ImmutableArray<Condition> Children => Conditions;

    public static Condition? Read(Node node, PackScope scope) => ConditionLists.Read(node, "all", scope) is { } list ? new AllCondition(list) : null;

    public override Condition Bind(RulesetFacts facts) => this with { Conditions = [.. Conditions.Select(c => c.Bind(facts))] };

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var outcomes = new List<Outcome>();
        foreach (var condition in Conditions)
        {
            var outcome = condition.Evaluate(facts, context);
            if (!outcome.Holds)
            {
                return context.Explains ? outcome with { Subjects = [], Evidence = [] } : Outcome.No;
            }

            outcomes.Add(outcome);
        }

        var about = outcomes.Where(o => !o.Subjects.IsEmpty).ToList();
        var subjects = about.Count == 0 ? [] : about.Skip(1).Aggregate(about[0].Subjects, Shared);
        if (about.Count > 0 && subjects.IsEmpty)
        {
            return Outcome.No with { Because = "no one entity meets all the conditions" };
        }

        return new Outcome(true)
        {
            Subjects = subjects,
            Evidence = ConditionLists.Evidence(outcomes, subjects),
            Confidence = outcomes.Min(o => o.Confidence),
            Because = context.Explains ? ConditionLists.Because(outcomes, " and ") : "",
        };
    }

    private static ImmutableArray<SubjectMatch> Shared(ImmutableArray<SubjectMatch> some, Outcome other) =>
        [.. some.Select(s => other.Subjects.FirstOrDefault(o => o.Fact.Entity.Id == s.Fact.Entity.Id) is { } o
            ? s with { EndedOnly = s.EndedOnly || o.EndedOnly }
            : null).OfType<SubjectMatch>()];
}
