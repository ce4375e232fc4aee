using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Cases;

/// <summary>An article of a case has the fields of a request; it goes through the same reading of JSON, and so gets the same errors.</summary>
internal static class CaseArticle
{
    /// <summary>Fields whose plain values are numbers; among attributes any plain number, true, false and null is one.</summary>
    private static readonly string[] Numbers = ["durationSeconds"];

    private static readonly string[] Fields =
        [.. ContractJson.Wire.GetTypeInfo(typeof(Article)).Properties.Where(p => !p.IsExtensionData).Select(p => p.Name)];

    public static Article? Read(Node node, FileErrors errors)
    {
        if (node is not MapNode map)
        {
            errors.Add(node.Position, "shape", $"'article' is {node.Shape}; it must be a mapping with the fields of an article, at least 'body'");
            return null;
        }

        if (map.Find("body")?.Value is null or TextNode { IsEmpty: true })
        {
            errors.Add(map.Position, "article", "an article lacks 'body'; write for example 'body: The bridge was opened on Monday.'");
            return null;
        }

        try
        {
            var article = ToJson(map, typed: false).Deserialize<Article>(ContractJson.Wire);
            foreach (var unknown in article?.Unknown?.Keys ?? Enumerable.Empty<string>())
            {
                errors.Add(map.Find(unknown)?.Key.Position ?? map.Position, "unknown-key", $"an article has no field '{Words.Short(unknown)}'; {Words.Hint(unknown, Fields)}");
            }

            return article;
        }
        catch (JsonException problem)
        {
            Report(problem, map, errors);
            return null;
        }
    }

    /// <summary>Our own converters say what is wrong in words for an author; the library's messages name types.</summary>
    private static void Report(JsonException problem, MapNode map, FileErrors errors)
    {
        var field = (problem.Path ?? "$").TrimStart('$', '.').Split('.', '[')[0];
        var ours = problem.Message.StartsWith('\'') ? Told.FromText(problem.Message.TrimEnd('.')) : "write it as in a request to POST /v1/checks";
        errors.Add(map.Find(field)?.Value.Position ?? map.Position, "article", $"'{Words.Short(field)}' cannot be read: {ours}");
    }

    private static JsonNode? ToJson(Node node, bool typed, string key = "") => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, ToJson(e.Value, typed || e.Key.Value == "attributes", e.Key.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(i => ToJson(i, typed, key))]),
        TextNode { Quoted: false } text when typed || text.IsEmpty || Numbers.Contains(key) => Typed(text),
        TextNode text => JsonValue.Create(text.Value),
        _ => null,
    };

    private static JsonNode? Typed(TextNode text) => text.Value switch
    {
        _ when text.IsEmpty => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        var value when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        var value => JsonValue.Create(value),
    };
}
