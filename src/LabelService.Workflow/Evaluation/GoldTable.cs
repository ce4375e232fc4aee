using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Checking;

namespace LabelService.Workflow.Evaluation;

/// <summary>A row of the table of forms: a name, a form of it or of somebody else, and a text around that form.</summary>
internal sealed class GoldTable
{
    private const string Entity = "E1";
    private static readonly string[] Needed = ["id", "label", "kind", "group", "lang", "canonical", "form", "case", "start", "text"];
    private readonly Dictionary<string, int> _columns;

    /// <exception cref="GoldFormatException">A column is missing.</exception>
    public GoldTable(string header)
    {
        _columns = header.TrimStart('\uFEFF').Split('\t').Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
        if (Needed.FirstOrDefault(name => !_columns.ContainsKey(name)) is { } missing)
        {
            throw new GoldFormatException(1, $"has no column '{missing}'; the table begins with {string.Join(", ", Needed)} in any order, parted by tabs");
        }
    }

    public GoldText Read(string line, int number)
    {
        var cells = line.Split('\t');
        if (cells.Length < _columns.Count || !int.TryParse(Cell(cells, "start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            throw new GoldFormatException(number, $"needs {_columns.Count} cells parted by tabs, and a number as 'start'");
        }

        var (label, group, form) = (Cell(cells, "label"), Cell(cells, "group"), Cell(cells, "form"));
        var isName = label == "POS";
        return new GoldText(Cell(cells, "id"), Request(cells), Groups(label, group, Cell(cells, "case"), Cell(cells, "lang")))
        {
            Mentions = isName ? [new GoldMention(Entity, new Span(start, start + form.Length), form, group)] : [],
        };
    }

    private static ImmutableArray<string> Groups(string label, string group, string @case, string language)
    {
        ImmutableArray<string> groups = [label, $"{label} {group}", $"{label} lang:{language}"];
        return label == "POS" ? groups.Add("case " + @case) : groups;
    }

    private MatchRequest Request(string[] cells) => new(
        Cell(cells, "text"), Cell(cells, "lang"), [GivenEntities.Of(Entity, Cell(cells, "kind"), Cell(cells, "canonical"), [])]);

    private string Cell(string[] cells, string column) => cells[_columns[column]];
}
