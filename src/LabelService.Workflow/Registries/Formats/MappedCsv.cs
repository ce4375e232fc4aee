using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>Any table, by a map of columns.</summary>
internal static class MappedCsv
{
    public static Export Read(SourceFile file, ColumnMap map)
    {
        var rows = ImmutableArray.CreateBuilder<ExportRow>();
        var skipped = ImmutableArray.CreateBuilder<SkippedRow>();
        var columns = new Dictionary<string, int>();
        var width = 0;
        foreach (var line in CsvRecords.Of(file.Text, map.Separator))
        {
            if (columns.Count == 0)
            {
                (columns, width) = (Cells.Columns(line.Values), line.Values.Length);
                CheckColumns(file, map, line.Values);
            }
            else if (line.Values.Length > width)
            {
                skipped.Add(new SkippedRow(file.Name, line.Number, $"{line.Values.Length} cells, and the header has {width}"));
            }
            else
            {
                var cells = new Cells(columns, line.Values);
                rows.Add(Row(file.Name, line.Number, target => map.Value(target, cells)));
            }
        }

        return new Export(ExportFormat.Csv, rows.ToImmutable()) { Skipped = skipped.ToImmutable() };
    }

    private static void CheckColumns(SourceFile file, ColumnMap map, string[] header)
    {
        var known = header.Select(Cells.Key).ToHashSet(StringComparer.Ordinal);
        if (map.Sources.FirstOrDefault(s => !known.Contains(Cells.Key(s))) is { } missing)
        {
            throw new ImportRefusedException($"{file.Name}:1: there is no column '{missing}'; the header reads: {string.Join(", ", header)}. Name one of these in --column or the map.");
        }
    }

    private static ExportRow Row(string file, int number, Func<string, string> cell) => new(file, number, cell("name"), cell("listed_from"))
    {
        Until = cell("listed_until"),
        Key = Known(cell("id")),
        Kind = Kebab<EntityKind>.TryParse(cell("kind").ToLowerInvariant(), out var kind) ? kind : null,
        NameEn = Known(cell("name_en")),
        Aliases = List(cell("aliases")),
        QuotedAliases = List(cell("quoted_aliases")),
        Resources = $"{cell("domains")}; {cell("accounts")}",
        Country = Known(cell("country")),
        Order = Known(cell("order")),
        Source = Known(cell("source")),
        Notes = Known(cell("notes")),
    };

    private static string? Known(string text) => text.Length > 0 ? text : null;

    private static ImmutableArray<string> List(string cell) => [.. cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
