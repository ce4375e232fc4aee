using System.Globalization;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds by the age of the article: the day asked about less the day of publication. An unknown age never holds.</summary>
internal sealed record AgeCondition(int? MoreThanDays, int? MoreThanYears, int? LessThanDays) : Condition
{
    private const int MostDays = 100_000;
    private static readonly string[] Keys = ["moreThanDays", "moreThanYears", "lessThanDays"];

    public static Condition? Read(Node node, PackScope scope)
    {
        if (ConditionReader.Map(node, "age", Keys, scope) is not { } map)
        {
            return null;
        }

        if (!Keys.Any(map.Has))
        {
            scope.Errors.Add(map.Position, "missing-key", "the condition 'age' needs moreThanDays, moreThanYears or lessThanDays");
        }

        return new AgeCondition(map.Whole("moreThanDays", 0, MostDays), map.Whole("moreThanYears", 0, 200), map.Whole("lessThanDays", 1, MostDays));
    }

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        if (context is not { Published: { } published, Asked: { } asked })
        {
            return Outcome.No with { Because = "the age of the article is unknown" };
        }

        var days = asked.DayNumber - published.DayNumber;
        var holds = (MoreThanDays is not { } more || days > more)
            && (LessThanDays is not { } less || days < less)
            && (MoreThanYears is not { } years || OlderThan(published, asked, years));
        return new Outcome(holds) { Because = string.Create(CultureInfo.InvariantCulture, $"the article is {days} days old") };
    }

    private static bool OlderThan(DateOnly published, DateOnly asked, int years) => published.Year + years <= DateOnly.MaxValue.Year && published.AddYears(years) < asked;
}
