using System.Text;

namespace LabelService.Workflow.Evaluation;

/// <summary>Reads the gold texts of a file: JSON lines, or for inflection a table with tabs.</summary>
internal static class GoldFile
{
    /// <exception cref="GoldFormatException">A line is not what the set holds.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async IAsyncEnumerable<GoldText> ReadAsync(GoldSet set, string file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var table = set == GoldSet.Inflection ? new GoldTable(await reader.ReadLineAsync(cancel) ?? "") : null;
        var number = table is null ? 0 : 1;
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return table?.Read(line, number) ?? GoldLine.Read(set, line, number);
            }
        }
    }
}
