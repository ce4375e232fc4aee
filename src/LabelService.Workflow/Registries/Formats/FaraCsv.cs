using System.Collections.Immutable;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>
/// FARA's bulk tables. Quotes inside cells are not doubled there, so a few rows have cells too many: every column behind the quote
/// may be another's, and such a row is reported and left out.
/// </summary>
internal static class FaraCsv
{
    public static Export Read(SourceFile file, ExportFormat format)
    {
        var rows = ImmutableArray.CreateBuilder<ExportRow>();
        var skipped = ImmutableArray.CreateBuilder<SkippedRow>();
        string[]? header = null;
        var columns = new Dictionary<string, int>();
        foreach (var line in CsvRecords.Of(file.Text))
        {
            if (header is null)
            {
                (header, columns) = (line.Values, Cells.Columns(line.Values));
            }
            else if (line.Values.Length != header.Length)
            {
                skipped.Add(new SkippedRow(file.Name, line.Number, $"the columns are shifted: {line.Values.Length} cells, and the header has {header.Length}"));
            }
            else
            {
                var cells = new Cells(columns, line.Values);
                rows.Add(FaraRows.Row(format, file.Name, line.Number, names => Cell(cells, names)));
            }
        }

        return new Export(format, rows.ToImmutable()) { Skipped = skipped.ToImmutable() };
    }

    private static string Cell(Cells cells, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (cells[name] is { Length: > 0 } value)
            {
                return value;
            }
        }

        return "";
    }
}
