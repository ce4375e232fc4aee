using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds for every article: for what a newsroom wants everywhere.</summary>
internal sealed record AlwaysCondition : Condition
{
    public static Condition? Read(Node node, PackScope scope)
    {
        if (node is TextNode { Value: "true" })
        {
            return new AlwaysCondition();
        }

        scope.Errors.Add(node.Position, "always", $"'always' is {node.Shape}; write 'always: true' (to switch a rule off, set its status)");
        return null;
    }

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context) => Outcome.Yes with { Because = "it applies to every article" };
}
