using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Engine.Checking;

namespace LabelService.Workflow.Evaluation;

/// <summary>Reads one JSON line of a set of gold texts.</summary>
internal static class GoldLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static GoldText Read(GoldSet set, string line, int number)
    {
        try
        {
            var input = JsonSerializer.Deserialize<Line>(line, Options);
            return input is { Id: not null, Text: not null, Gold.ValueKind: JsonValueKind.Array or JsonValueKind.Object }
                ? ToText(set, input)
                : throw new GoldFormatException(number, "needs \"id\", \"text\" and \"gold\"");
        }
        catch (JsonException error)
        {
            throw new GoldFormatException(number, $"is not a line of the set {set.ToString().ToLowerInvariant()}: {error.Message}");
        }
    }

    private static GoldText ToText(GoldSet set, Line input)
    {
        var entities = set == GoldSet.Notices ? null : input.Registry?.Select(e => GivenEntities.Of(e.Id, e.Kind, e.Name, e.Aliases ?? [])).ToList() ?? [];
        var text = new GoldText(input.Id!, new MatchRequest(input.Text!, input.Lang, entities), [.. Groups(set, input)]);
        return set == GoldSet.Notices
            ? text with { Notices = ToNotices(input.Gold.Deserialize<Notices>(Options)!) }
            : text with
            {
                Mentions = [.. input.Gold.Deserialize<List<Mention>>(Options)!.Select(m => new GoldMention(m.EntityId, new Span(m.Start, m.End), m.Surface ?? "", m.Kind ?? "?"))],
                Ignored = [.. (input.Ignore ?? []).Select(z => new IgnoreZone(new Span(z.Start, z.End), NotEmpty(z.EntityId), NotEmpty(z.Only)))],
            };
    }

    private static IEnumerable<string> Groups(GoldSet set, Line input) => set switch
    {
        GoldSet.Mentions => [$"corpus:{input.Corpus}", $"lang:{input.Lang}", input.Hard ? "hard" : "easy"],
        GoldSet.Evasion => [$"tier:{input.Tier}", input.Technique ?? "?", $"lang:{input.Lang}"],
        _ => [input.Origin ?? "?", $"lang:{input.Lang}"],
    };

    private static GoldNotices ToNotices(Notices gold) => new(
        [.. gold.Spans.Select(n => new GoldNotice(new Span(n.Start, n.End), Names(n.AgentName, n.AgentAlt)))],
        NotEmpty(gold.AgeRating), Names(gold.Source, gold.SourceAlt));

    private static ImmutableArray<string> Names(string? name, List<string>? others) => string.IsNullOrEmpty(name) ? [] : [name, .. others ?? []];

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private sealed record Line(
        string? Id, string? Lang, string? Text, List<EntityInput>? Registry, JsonElement Gold, List<Zone>? Ignore,
        string? Corpus, bool Hard, string? Tier, string? Technique, string? Origin);

    private sealed record EntityInput(string Id, string Kind, string Name, List<string>? Aliases);

    private sealed record Mention(string EntityId, int Start, int End, string? Surface, string? Kind);

    private sealed record Zone(int Start, int End, string? EntityId, string? Only);

    private sealed record Notices([property: System.Text.Json.Serialization.JsonPropertyName("notices")] List<Notice> Spans, string? AgeRating, string? Source, List<string>? SourceAlt);

    private sealed record Notice(int Start, int End, string? AgentName, List<string>? AgentAlt);
}
