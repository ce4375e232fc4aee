namespace LabelService.Workflow.Registries.Formats;

/// <summary>A row of a table, cell by the name of its column; names are compared by letters and digits alone.</summary>
internal sealed class Cells(Dictionary<string, int> columns, string[] values)
{
    public int Count => values.Length;

    public string this[string column] => columns.TryGetValue(Key(column), out var i) && i < values.Length ? values[i].Trim() : "";

    public static Dictionary<string, int> Columns(IEnumerable<string> header)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, name) in header.Index())
        {
            columns.TryAdd(Key(name), i);
        }

        return columns;
    }

    /// <summary>FARA writes <c>Registration Number</c> here and <c>Registration_Number</c> there.</summary>
    public static string Key(string column) => new([.. column.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
