using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>
/// The state-media matrix: one row an outlet and address, <c>Region,Country,Media company,Main assets,URL,Typology,Status</c>. It has
/// no days, so every outlet counts as listed on the day on which the matrix was taken. The typology (SC, CaPu, CaPr, ISFM, ISF, ISM,
/// IP) stands in <c>notes</c>; <paramref name="only"/> of <see cref="Read"/> takes in some of its values alone.
/// </summary>
internal static class StateMediaCsv
{
    public static Export Read(SourceFile file, DateOnly day, ImmutableArray<string> only)
    {
        var rows = ImmutableArray.CreateBuilder<ExportRow>();
        var columns = new Dictionary<string, int>();
        foreach (var line in CsvRecords.Of(file.Text))
        {
            var cells = new Cells(columns, line.Values);
            if (columns.Count == 0)
            {
                columns = Cells.Columns(line.Values);
            }
            else if (only.IsEmpty || only.Contains(cells["Typology"], StringComparer.OrdinalIgnoreCase))
            {
                rows.Add(Row(file.Name, line.Number, cells, $"{day:yyyy-MM-dd}"));
            }
        }

        return new Export(ExportFormat.StateMediaCsv, rows.ToImmutable());
    }

    private static ExportRow Row(string file, int number, Cells cells, string day)
    {
        var company = cells["Media company"].Trim('*', ' ');
        var asset = Asset(cells["Main assets"]) is { Length: > 0 } named ? named : company;
        return new ExportRow(file, number, asset, day)
        {
            Key = $"{cells["Country"]} {asset}",
            Kind = EntityKind.Media,
            Resources = cells["URL"],
            Country = cells["Country"] is { Length: > 0 } country ? country : null,
            Notes = $"typology {cells["Typology"]}{(company == asset ? "" : $"; company {company}")}{(cells["Status"] is { Length: > 0 } status ? $"; {status}" : "")}",
        };
    }

    /// <summary>«Print: Jiefang Daily» is the Jiefang Daily.</summary>
    private static string Asset(string cell) => cell[(cell.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? colon + 2 : 0)..].Trim('*', ' ');
}
