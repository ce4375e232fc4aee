using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabelService.Web.Playground;

namespace LabelService.Web.Workshop;

/// <summary>
/// The schemas of packs and cases, the same files that editors outside use, with their explanations in a language. Russian ones stand
/// beside this class, by the English text.
/// </summary>
internal static class WorkshopSchemas
{
    private static readonly FrozenDictionary<string, string> Russian =
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read("schema.ru.json"))!.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<(string Name, string Language), string> All = new[] { "pack", "cases" }
        .SelectMany(name => new[] { PageLanguages.English, PageLanguages.Russian }.Select(language => (name, language)))
        .ToFrozenDictionary(key => key, key => Make(key.name, key.language));

    /// <param name="name"><c>pack</c> or <c>cases</c>.</param>
    public static string? Find(string name, string language) => All.GetValueOrDefault((name, language));

    /// <summary>Explanations that have no Russian text: a test holds that there are none.</summary>
    public static IEnumerable<string> Untold() => new[] { "pack", "cases" }
        .SelectMany(name => Descriptions(JsonNode.Parse(Read($"schema.{name}.schema.json")))).Select(d => d.GetValue<string>()).Where(text => !Russian.ContainsKey(text)).Distinct();

    private static string Make(string name, string language)
    {
        var schema = JsonNode.Parse(Read($"schema.{name}.schema.json"))!;
        if (language == PageLanguages.Russian)
        {
            foreach (var description in Descriptions(schema).ToList())
            {
                description.Parent!["description"] = Russian.GetValueOrDefault(description.GetValue<string>()) ?? description.GetValue<string>();
            }
        }

        return schema.ToJsonString();
    }

    private static IEnumerable<JsonValue> Descriptions(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(e => e is { Key: "description", Value: JsonValue text } && text.TryGetValue<string>(out _) ? [text] : Descriptions(e.Value)),
        JsonArray list => list.SelectMany(Descriptions),
        _ => [],
    };

    private static string Read(string name)
    {
        using var stream = typeof(WorkshopSchemas).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The file {name} is not in the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
