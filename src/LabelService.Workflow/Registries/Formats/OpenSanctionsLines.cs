using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>
/// OpenSanctions' FollowTheMoney entities, one a line. Read are names, websites, country, gender and the days of listing: those of
/// the <c>Sanction</c> entities that speak of the subject, else the day on which OpenSanctions first saw it.
/// </summary>
internal static class OpenSanctionsLines
{
    private static readonly string[] Bodies = ["Organization", "Company", "LegalEntity", "PublicBody"];

    public static Export Read(SourceFile file)
    {
        var subjects = new List<(int Line, JsonElement Entity)>();
        var listings = new Dictionary<string, List<(string From, string Until)>>(StringComparer.Ordinal);
        var skipped = ImmutableArray.CreateBuilder<SkippedRow>();
        var number = 0;
        foreach (var line in file.Text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
            {
                continue;
            }

            if (Parse(line.ToString()) is not { } entity)
            {
                skipped.Add(new SkippedRow(file.Name, number, "the line is no JSON object with 'id' and 'schema'"));
            }
            else if (entity.Text("schema") == "Sanction")
            {
                AddListing(entity, listings);
            }
            else if (KindOf(entity) is not null)
            {
                subjects.Add((number, entity));
            }
        }

        return new Export(ExportFormat.Opensanctions, [.. subjects.SelectMany(s => Rows(file.Name, s.Line, s.Entity, listings))]) { Skipped = skipped.ToImmutable() };
    }

    private static JsonElement? Parse(string line)
    {
        try
        {
            using var tree = JsonDocument.Parse(line);
            return tree.RootElement.ValueKind == JsonValueKind.Object && tree.RootElement.TryGetProperty("id", out _) && tree.RootElement.TryGetProperty("schema", out _)
                ? tree.RootElement.Clone()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EntityKind? KindOf(JsonElement entity) =>
        entity.Text("schema") is "Person" ? EntityKind.Person : Bodies.Contains(entity.Text("schema")) ? EntityKind.Organisation : null;

    private static void AddListing(JsonElement sanction, Dictionary<string, List<(string, string)>> listings)
    {
        var from = Values(sanction, "startDate").Concat(Values(sanction, "listingDate")).FirstOrDefault() ?? "";
        foreach (var subject in Values(sanction, "entity").Where(_ => from.Length > 0))
        {
            (listings.TryGetValue(subject, out var list) ? list : listings[subject] = []).Add((from, Values(sanction, "endDate").FirstOrDefault() ?? ""));
        }
    }

    private static IEnumerable<ExportRow> Rows(string file, int line, JsonElement entity, Dictionary<string, List<(string From, string Until)>> listings)
    {
        var id = entity.Text("id");
        var days = listings.GetValueOrDefault(id) ?? [(Values(entity, "createdAt").FirstOrDefault() ?? entity.Text("first_seen"), "")];
        var caption = entity.Text("caption") is { Length: > 0 } text ? text : Values(entity, "name").FirstOrDefault() ?? "";
        return days.Select(d => new ExportRow(file, line, caption, d.From)
        {
            Until = d.Until,
            Key = id,
            Kind = KindOf(entity),
            Aliases = [.. Values(entity, "name").Concat(Values(entity, "alias")).Concat(Values(entity, "previousName")).Where(n => n != caption).Distinct(StringComparer.Ordinal)],
            // OpenSanctions calls weak what is too common to be matched alone.
            QuotedAliases = [.. Values(entity, "weakAlias").Distinct(StringComparer.Ordinal)],
            Resources = string.Join("; ", Values(entity, "website")),
            Country = Values(entity, "country").Concat(Values(entity, "jurisdiction")).FirstOrDefault(),
            Gender = Values(entity, "gender").FirstOrDefault() switch { "male" => Gender.Masculine, "female" => Gender.Feminine, _ => Gender.Unknown },
        });
    }

    private static IEnumerable<string> Values(JsonElement entity, string property) =>
        entity.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property, out var values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)
            : [];
}
