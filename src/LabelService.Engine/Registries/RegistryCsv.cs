using System.Collections.Immutable;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Registries;

/// <summary>Reads the table of a registry: one row a listing period, a second row of an id being a second period.</summary>
internal static class RegistryCsv
{
    public const int MaxCell = 20_000;

    public static readonly ImmutableArray<string> Headers =
    [
        "id", "kind", "name", "name_en", "aliases", "quoted_aliases", "gender", "domains", "accounts", "country",
        "listed_from", "listed_until", "order", "source", "notes",
    ];

    public static readonly ImmutableArray<string> RequiredHeaders = ["id", "kind", "name", "listed_from"];

    public static ImmutableArray<Entity> Read(string registry, string file, string text, FileErrors errors) =>
        EntityRows.Join(registry, CsvTable.Read(file, text, Headers, RequiredHeaders, errors), errors);
}
