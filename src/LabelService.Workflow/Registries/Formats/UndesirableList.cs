using System.Collections.Immutable;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>
/// Undesirable organisations: the REST answer (fields 2 day, 5 name, 8 exclusion, 10 status), or a plain list with <c>fullName</c>,
/// <c>dateIn</c> and <c>dateOut</c>, as the page's own script shows it.
/// </summary>
internal static class UndesirableList
{
    private const string Excluded = "Исключена";

    public static ExportRow Row(string file, int number, Func<int, string> field) => new(file, number, field(5), field(2))
    {
        // An exclusion is told by its day; the status alone gives none, and then the row says so.
        Until = DayOf(field(8)) is { Length: > 0 } day ? day : field(10).Contains(Excluded, StringComparison.OrdinalIgnoreCase) ? field(10) : "",
        Source = field(1).Trim() is { Length: > 0 } place ? $"No. {place}" : null,
        Kind = Engine.Registries.EntityKind.Organisation,
    };

    public static Export Plain(SourceFile file) => JsonTrees.Read(file, root => new Export(
        ExportFormat.UndesirableJson,
        [
            .. root.EnumerateArray().Select((row, i) => new ExportRow(file.Name, i + 1, row.Text("fullName"), row.Text("dateIn"))
            {
                Until = row.Text("dateOut"),
                Order = row.Text("decisionInMinjust").Trim() is { Length: > 0 } order ? order : null,
                Source = row.Text("id").Trim() is { Length: > 0 } place ? $"No. {place}" : null,
                Kind = Engine.Registries.EntityKind.Organisation,
            }),
        ]));

    /// <summary>The day in «распоряжение № 12-р от 05.06.2024».</summary>
    private static string DayOf(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(w => ExportDates.TryParse(w.TrimEnd('.', ',', ')'), out _))?.TrimEnd('.', ',', ')') ?? "";
}
