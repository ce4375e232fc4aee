using System.Text;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;
using LabelService.Workflow.Registries;

namespace LabelService.Cli.Output;

/// <summary>What an import did, for the operator who ran it.</summary>
internal static class ImportText
{
    /// <summary>Rows named in the summary for each oddity; the full report has all.</summary>
    private const int RowsShown = 12;

    /// <param name="folder">Where it was written; null where nothing was.</param>
    public static string Summary(ImportReport report, string? folder)
    {
        var text = Head(report);
        foreach (var group in report.Odd.GroupBy(o => o.Oddity).OrderBy(g => g.Key))
        {
            text.AppendLine($"  {group.Count(),5}  {Oddities.Text(group.Key)}{Rows(group.ToList())}");
        }

        if (report.HadFile)
        {
            text.AppendLine().AppendLine($"Against the present file: {DiffText.Summary(report.Changes)}");
        }

        return text.AppendLine(folder is null ? "Nothing was written." : $"Written to {folder}.").ToString();
    }

    public static string Full(ImportReport report)
    {
        var text = Head(report);
        foreach (var group in report.Odd.GroupBy(o => o.Oddity).OrderBy(g => g.Key))
        {
            text.AppendLine().AppendLine($"{Oddities.Text(group.Key)} ({group.Count()})");
            foreach (var odd in group)
            {
                text.AppendLine($"  {(odd.Row > 0 ? $"{odd.File}, row {odd.Row}: " : "")}{OneLine(odd.Subject)}{(odd.Detail.Length > 0 ? $" → {OneLine(odd.Detail)}" : "")}");
            }
        }

        return report.HadFile ? text.AppendLine().AppendLine("Against the present file").AppendLine(DiffText.Plain(report.Changes)).ToString() : text.ToString();
    }

    private static StringBuilder Head(ImportReport report)
    {
        var kinds = report.Entities.GroupBy(e => e.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Kebab<EntityKind>.Word(g.Key)}");
        return new StringBuilder()
            .AppendLine($"{report.RowsRead} rows of {string.Join(", ", report.Formats.Select(f => Kebab<ExportFormat>.Word(f)))} as of {report.Retrieved:yyyy-MM-dd}{Guessed(report)}, {report.RowsSkipped} left out.")
            .AppendLine($"{report.Entities.Length} entities ({string.Join(", ", kinds)}), {report.Entities.Count(e => e.Listings.Any(l => l.Until is null))} of them listed now.")
            .AppendLine()
            .AppendLine(report.Odd.Count == 0 ? "Nothing was odd." : "Odd:");
    }

    /// <summary>A list that passes for fresher than it is would let newer listings go unnoticed.</summary>
    private static string Guessed(ImportReport report) => report.DayIsGuessed ? " (the file's time; say --retrieved if it was fetched earlier)" : "";

    private static string Rows(List<OddRow> odd)
    {
        var rows = odd.Where(o => o.Row > 0).Select(o => o.Row).Distinct().ToList();
        return rows.Count == 0 ? ""
            : $" (row{(rows.Count == 1 ? "" : "s")} {string.Join(", ", rows.Take(RowsShown))}{(rows.Count > RowsShown ? $" and {rows.Count - RowsShown} more; --report lists them" : "")})";
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
