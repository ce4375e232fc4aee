using System.Collections.Immutable;
using System.Text.Json;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>FARA's eFile answers: <c>{KEY: {"ROW": […]}}</c>, where a single row is an object and none is an empty text or null.</summary>
internal static class FaraJson
{
    public static Export Read(SourceFile file, ExportFormat format) => JsonTrees.Read(file, root =>
    {
        var rows = Rows(root).Select((row, i) => FaraRows.Row(format, file.Name, i + 1, Members(row))).ToImmutableArray();
        return new Export(format, rows);
    });

    public static IEnumerable<JsonElement> Rows(JsonElement root) =>
        from key in root.EnumerateObject()
        where key.Value.ValueKind == JsonValueKind.Object
        from rows in key.Value.EnumerateObject()
        where string.Equals(rows.Name, "ROW", StringComparison.OrdinalIgnoreCase)
        from row in rows.Value.ValueKind switch
        {
            JsonValueKind.Array => rows.Value.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object),
            JsonValueKind.Object => [rows.Value],
            _ => Enumerable.Empty<JsonElement>(),
        }
        select row;

    private static FaraCell Members(JsonElement row)
    {
        var members = row.EnumerateObject().ToList();
        var cells = new Cells(Cells.Columns(members.Select(m => m.Name)), [.. members.Select(m => m.Value.ToString())]);
        return names =>
        {
            foreach (var name in names)
            {
                if (cells[name] is { Length: > 0 } value)
                {
                    return value;
                }
            }

            return "";
        };
    }
}
