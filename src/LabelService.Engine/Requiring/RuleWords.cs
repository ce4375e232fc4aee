using System.Globalization;
using LabelService.Engine.Packs;

namespace LabelService.Engine.Requiring;

/// <summary>Clauses of the trace that no condition can say.</summary>
internal static class RuleWords
{
    public static string NotInForce(Rule rule, DateOnly day) => rule.From is { } from && day < from
        ? string.Create(CultureInfo.InvariantCulture, $"in force only from {from:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"in force only until {rule.Until:yyyy-MM-dd}");
}
