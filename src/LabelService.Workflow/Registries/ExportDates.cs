using System.Globalization;
using System.Text.RegularExpressions;

namespace LabelService.Workflow.Registries;

/// <summary>Days as exports write them.</summary>
internal static partial class ExportDates
{
    public const string Examples = "31.12.2024, 12/31/2024 or 2024-12-31";

    private static readonly string[] Forms = ["dd.MM.yyyy", "d.M.yyyy", "MM/dd/yyyy", "M/d/yyyy", "yyyy-MM-dd"];

    /// <summary>What Excel counts its days from.</summary>
    private static readonly DateOnly ExcelEpoch = new(1899, 12, 30);

    public static bool TryParse(string text, out DateOnly day)
    {
        // A time behind the day says nothing about a listing.
        var alone = text.Trim().Split(' ', 'T')[0];
        return DateOnly.TryParseExact(alone, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    /// <summary>A serial time of a spreadsheet, such as 45884.7.</summary>
    public static DateOnly? OfSerial(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is > 30_000 and < 80_000 ? ExcelEpoch.AddDays((int)days) : null;

    /// <summary>The day in the name of a file, such as <c>agents-2025-08-15.xlsx</c>.</summary>
    public static DateOnly? InFileName(string file) =>
        IsoDay().Match(Path.GetFileName(file)) is { Success: true } found && TryParse(found.Value, out var day) ? day : null;

    [GeneratedRegex(@"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")]
    private static partial Regex IsoDay();
}
