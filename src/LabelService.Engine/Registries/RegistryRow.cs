using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Registries;

/// <summary>A row of a registry, cell by column name.</summary>
internal sealed class RegistryRow(RawRow raw, ImmutableArray<string> columns)
{
    public string Id => Cell("id");

    public int Line => raw.At.Line;

    public string Cell(string column) => columns.IndexOf(column) is >= 0 and var i && i < raw.Cells.Length ? raw.Cells[i].Trim() : "";

    public string? Optional(string column) => Cell(column) is { Length: > 0 } text ? text : null;

    public ImmutableArray<string> List(string column) =>
        [.. Cell(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    public Position At(string column) => columns.IndexOf(column) is >= 0 and var i ? raw.AtCell(i) : raw.At;

    public bool Required(string column, Told example, FileErrors errors)
    {
        if (Cell(column).Length > 0)
        {
            return true;
        }

        errors.Add(At(column), "missing-cell", $"the cell '{column}' is empty; write for example {example}");
        return false;
    }

    public DateOnly? Day(string column, FileErrors errors)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(At(column), "day", $"'{Words.Short(text)}' in '{column}' is not a day of the calendar; write year-month-day, such as 2021-10-15");
        return null;
    }

    /// <summary>Cells longer than any name or note, and cells with control characters, are refused.</summary>
    public bool CheckCells(FileErrors errors)
    {
        var right = true;
        for (var i = 0; i < raw.Cells.Length; i++)
        {
            var cell = raw.Cells[i];
            if (cell.Length > RegistryCsv.MaxCell)
            {
                errors.Add(raw.AtCell(i), "too-long", $"the cell '{columns[i]}' has {cell.Length} characters; at most {RegistryCsv.MaxCell} are allowed");
                right = false;
            }
            else if (cell.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            {
                errors.Add(raw.AtCell(i), "character", $"the cell '{columns[i]}' holds a control character; remove it");
                right = false;
            }
        }

        return right;
    }
}
