using System.Collections.Immutable;

namespace LabelService.Web.Teaching;

/// <summary>A table of numbers and, where one helps, the chart that a script draws from it.</summary>
/// <param name="Id">Names the table in addresses and texts.</param>
/// <param name="Columns">Their headings, in the page's language; the first is of what names a row.</param>
internal sealed record Figure(string Id, ImmutableArray<string> Columns, ImmutableArray<FigureRow> Rows)
{
    /// <summary>Rows that a page shows; a download has all of them.</summary>
    public const int MostShown = 50;

    private const int MostUnfolded = 12;

    /// <summary>Null where the table alone is plain enough.</summary>
    public FigureChart? Chart { get; init; }

    /// <summary>What the numbers say, in a sentence; it stands for the chart where nobody sees that.</summary>
    public required string Summary { get; init; }

    public IEnumerable<FigureRow> Shown => Rows.Take(MostShown);

    public bool IsUnfolded => Chart is null || Rows.Length <= MostUnfolded;
}

/// <param name="Kind"><c>stack</c>, <c>bars</c>, <c>lines</c>, or <c>across</c> for bars that lie.</param>
/// <param name="Series">Which columns are drawn; their numbers count from 0.</param>
/// <param name="Tones">A colour of the page for each.</param>
internal sealed record FigureChart(string Kind, ImmutableArray<int> Series, ImmutableArray<string> Tones);

internal sealed record FigureRow(ImmutableArray<FigureCell> Cells);

/// <param name="Text">As people read it.</param>
/// <param name="Value">As programs do: no grouping of digits, no sign of a unit.</param>
internal sealed record FigureCell(string Text, string Value)
{
    public string? Link { get; init; }

    /// <summary><c>bad</c>, <c>open</c> or <c>good</c> where the text is a state.</summary>
    public string? State { get; init; }

    public bool IsNumber { get; init; }
}
