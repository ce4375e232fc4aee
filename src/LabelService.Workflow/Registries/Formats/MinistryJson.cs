using System.Collections.Immutable;
using System.Text.Json;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>
/// A page of the registers' REST answer: <c>{"size", "values": [{"field_N_s", …}]}</c>. The ending of a key tells its type and varies
/// (<c>_s</c>, <c>_i</c>, <c>_dt</c>, <c>_x</c>); days are texts even under <c>_dt</c>. The service caps a page at 1,000 rows.
/// </summary>
internal static class MinistryJson
{
    public static Export Agents(SourceFile file) => Read(file, ExportFormat.MinistryJson, MinistryFields.Row);

    public static Export Undesirable(SourceFile file) => Read(file, ExportFormat.UndesirableJson, UndesirableList.Row);

    private static Export Read(SourceFile file, ExportFormat format, Func<string, int, Func<int, string>, ExportRow> row) => JsonTrees.Read(file, root =>
    {
        var values = root.GetProperty("values");
        var rows = values.EnumerateArray().Select((value, i) => row(file.Name, i + 1, field => Field(value, field))).ToImmutableArray();
        return new Export(format, rows)
        {
            Promised = root.TryGetProperty("size", out var size) && size.TryGetInt32(out var whole) ? whole : null,
        };
    });

    /// <summary>A field of a row, whatever its ending.</summary>
    public static string Field(JsonElement row, int field) =>
        row.Text($"field_{field}_s", $"field_{field}_x", $"field_{field}_i", $"field_{field}_dt", $"field_{field}_t", $"field_{field}");
}
