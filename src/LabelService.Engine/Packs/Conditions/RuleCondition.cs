using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds by whether another rule has fired.</summary>
internal sealed record RuleCondition(string Rule, bool Fired) : Condition
{
    private static readonly string[] Keys = ["id", "fired"];

    public static Condition? Read(Node node, PackScope scope)
    {
        if (node is TextNode { IsEmpty: false } text)
        {
            scope.Refer(ReferenceKind.Rule, text.Value, text.Position);
            return new RuleCondition(text.Value, true);
        }

        if (ConditionReader.Map(node, "rule", Keys, scope) is not { } map || map.RequiredText("id", "ru.foreign-agent.material") is not { } id)
        {
            return null;
        }

        scope.Refer(ReferenceKind.Rule, id, map.At("id"));
        return new RuleCondition(id, map.Flag("fired", otherwise: true));
    }

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var fired = context.Fired(Rule);
        return !context.Explains ? Outcome.Of(fired == Fired) : new Outcome(fired == Fired) { Because = $"the rule {Rule} {(fired ? "fired" : "did not fire")}" };
    }
}
