using CsvHelper;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>The records of a table of somebody else's, broken quotes included.</summary>
internal static class CsvRecords
{
    /// <param name="Line">Where the record begins, from 1.</param>
    public sealed record Line(int Number, string[] Values);

    public static IEnumerable<Line> Of(string text, char separator = ',')
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            // A broken record is read as far as it goes; the count of its cells then tells.
            OnMalformedRecord = _ => { },
        });
        while (reader.Read())
        {
            var values = new string[reader.FieldCount];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.GetString(i);
            }

            yield return new Line((int)reader.LineNumber, values);
        }
    }

    /// <summary>The cells of the first record.</summary>
    public static string[] Header(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        return Of(end < 0 ? text : text[..end]).FirstOrDefault()?.Values ?? [];
    }
}
