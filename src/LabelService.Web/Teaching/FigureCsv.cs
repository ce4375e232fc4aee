using System.Text;
using CsvHelper;

namespace LabelService.Web.Teaching;

/// <summary>A table as a file that other tools read.</summary>
internal static class FigureCsv
{
    /// <summary>A spreadsheet runs what looks like a formula: such cells get an apostrophe.</summary>
    public static async Task<byte[]> WriteAsync(Figure figure)
    {
        using var bytes = new MemoryStream();
        await using (var output = new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true))
        await using (var csv = CsvWriter.Create(output, new CsvWriterOptions { Injection = CsvInjection.Escape }, true))
        {
            await csv.WriteRecordAsync([.. figure.Columns]);
            foreach (var row in figure.Rows)
            {
                await csv.WriteRecordAsync([.. row.Cells.Select(c => c.Value)]);
            }
        }

        return bytes.ToArray();
    }
}
