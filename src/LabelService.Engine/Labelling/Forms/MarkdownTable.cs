using AngleSharp.Dom;

namespace LabelService.Engine.Labelling.Forms;

/// <summary>A table as lines of cells between pipes; its first row is the head, as Markdown will have one.</summary>
internal static class MarkdownTable
{
    public static IEnumerable<string> Of(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Select(r => r.Children.Where(c => c.LocalName is "td" or "th").Select(Cell).ToList()).Where(r => r.Count > 0).ToList();
        if (rows.Count == 0)
        {
            return [];
        }

        var columns = rows.Max(r => r.Count);
        var lines = rows.Select(r => $"| {string.Join(" | ", r.Concat(Enumerable.Repeat("", columns - r.Count)))} |").ToList();
        lines.Insert(1, $"|{string.Concat(Enumerable.Repeat(" --- |", columns))}");
        return [string.Join("\n", lines)];
    }

    private static string Cell(IElement cell) => MarkdownText.Of(cell.ChildNodes).Replace("\\\n", " ", StringComparison.Ordinal).Trim();
}
