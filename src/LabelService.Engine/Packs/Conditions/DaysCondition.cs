using System.Globalization;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds where the day of publication, or the day asked about, is in a range. An unknown day counts as in it, as for laws in force.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">The first day no longer in the range.</param>
internal sealed record DaysCondition(bool OfPublication, DateOnly? From, DateOnly? Until) : Condition
{
    private static readonly string[] Keys = ["from", "until"];

    public static Condition? ReadPublished(Node node, PackScope scope) => Read(node, "published", scope);

    public static Condition? ReadAsked(Node node, PackScope scope) => Read(node, "asked", scope);

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var name = OfPublication ? "day of publication" : "day asked about";
        if ((OfPublication ? context.Published : context.Asked) is not { } day)
        {
            return Outcome.Yes with { Because = $"the {name} is unknown and counts as in the range" };
        }

        var holds = (From is not { } from || from <= day) && (Until is not { } until || day < until);
        return new Outcome(holds) { Because = string.Create(CultureInfo.InvariantCulture, $"the {name} is {day:yyyy-MM-dd}") };
    }

    private static DaysCondition? Read(Node node, string name, PackScope scope)
    {
        if (ConditionReader.Map(node, name, Keys, scope) is not { } map)
        {
            return null;
        }

        var (from, until) = (map.Day("from"), map.Day("until"));
        if (!map.Has("from") && !map.Has("until"))
        {
            scope.Errors.Add(map.Position, "missing-key", $"the condition '{name}' needs 'from' or 'until'");
        }

        if (until <= from)
        {
            scope.Errors.Add(map.At("until"), "day-order", $"until {until:yyyy-MM-dd} is not after from {from:yyyy-MM-dd}; it is the first day no longer in the range");
        }

        return new DaysCondition(name == "published", from, until);
    }
}
