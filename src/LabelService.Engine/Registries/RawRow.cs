using LabelService.Engine.Model;

namespace LabelService.Engine.Registries;

/// <summary>A record of a table as the parser gave it; trailing empty cells may be left out.</summary>
internal sealed record RawRow(Position At, string[] Cells, string Raw)
{
    /// <summary>Where a cell begins; worked out only for messages. A cell after a line break inside quotes is on a later line.</summary>
    public Position AtCell(int cell)
    {
        int line = At.Line, column = 1, seen = 0;
        var quoted = false;
        foreach (var letter in Raw)
        {
            if (seen == cell)
            {
                break;
            }

            (line, column) = letter == '\n' ? (line + 1, 1) : (line, column + 1);
            quoted ^= letter == '"';
            seen += letter == ',' && !quoted ? 1 : 0;
        }

        return new Position(At.File, line, column);
    }
}
