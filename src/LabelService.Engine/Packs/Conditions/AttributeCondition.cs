using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds by a value that the CMS sends among the article's attributes. Texts compare whatever their case, numbers as numbers.</summary>
/// <param name="Name">A name, or a path of names joined by dots.</param>
/// <param name="Values">Values of which it must be one; empty where none is asked for.</param>
internal sealed record AttributeCondition(string Name, ImmutableArray<string> Values, bool? Exists, double? Above, double? Below) : Condition
{
    private static readonly string[] Keys = ["name", "equals", "in", "exists", "above", "below"];

    public static Condition? Read(Node node, PackScope scope)
    {
        if (ConditionReader.Map(node, "attribute", Keys, scope) is not { } map || map.RequiredText("name", "sponsored") is not { } name)
        {
            return null;
        }

        var tests = Keys.Skip(1).Where(map.Has).ToList();
        if (tests.Count == 0)
        {
            scope.Errors.Add(map.Position, "missing-key", "the condition 'attribute' says nothing about the value; add equals, in, exists, above or below");
            return null;
        }

        var path = name.StartsWith("attributes.", StringComparison.Ordinal) ? name["attributes.".Length..] : name;
        return new AttributeCondition(
            path,
            [.. map.Texts("equals"), .. map.Texts("in")],
            map.Has("exists") ? map.Flag("exists") : null,
            map.Number("above", double.MinValue, double.MaxValue),
            map.Number("below", double.MinValue, double.MaxValue));
    }

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var value = AttributePath.Find(facts.Request.Article.Attributes, Name);
        if (value is not { } found)
        {
            var isAskedFor = Exists == false && OnlyExists;
            return !context.Explains ? Outcome.Of(isAskedFor) : new Outcome(isAskedFor) { Because = $"the attribute '{Name}' is not set" };
        }

        var holds = Exists != false
            && (Values.IsEmpty || Values.Any(v => Same(found, v)))
            && (Above is not { } above || (Number(found) is { } high && high > above))
            && (Below is not { } below || (Number(found) is { } low && low < below));
        return new Outcome(holds)
        {
            Evidence = holds ? [EvidenceOf.Attribute(Name, found)] : [],
            Because = $"the attribute '{Name}' is {Words.Short(found.GetRawText())}",
        };
    }

    private bool OnlyExists => Values.IsEmpty && Above is null && Below is null;

    private static bool Same(JsonElement value, string wanted) => value.ValueKind switch
    {
        JsonValueKind.String => string.Equals(value.GetString(), wanted, StringComparison.OrdinalIgnoreCase),
        JsonValueKind.True => wanted == "true",
        JsonValueKind.False => wanted == "false",
        JsonValueKind.Number => Number(value) is { } number && Parse(wanted) == number,
        // A list has the value when one of its items is it.
        JsonValueKind.Array => value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Array && Same(item, wanted)),
        _ => false,
    };

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) => number,
        JsonValueKind.String => Parse(value.GetString()!),
        _ => null,
    };

    private static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
