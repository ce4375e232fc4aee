using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Registries;

/// <summary>Reads the table of a registry: one row a listing period, a second row of an id being a second period.</summary>
internal static class RegistryCsv
{
    /// <summary>UTF-16 code units of one file.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    public const int MaxRows = 500_000;
    public const int MaxCell = 20_000;

    public static readonly ImmutableArray<string> Headers =
    [
        "id", "kind", "name", "name_en", "aliases", "quoted_aliases", "gender", "domains", "accounts", "country",
        "listed_from", "listed_until", "order", "source", "notes",
    ];

    public static readonly ImmutableArray<string> RequiredHeaders = ["id", "kind", "name", "listed_from"];

    public static ImmutableArray<Entity> Read(string registry, string file, string text, FileErrors errors)
    {
        if (text.Length > MaxLength)
        {
            errors.Add(new Position(file, 1, 1), "too-large", $"the table has {text.Length} characters; at most {MaxLength} are read");
            return [];
        }

        var columns = ImmutableArray<string>.Empty;
        var rows = new List<RegistryRow>();
        foreach (var row in Rows(file, text, errors))
        {
            if (columns.IsEmpty)
            {
                columns = [.. row.Cells.Select(c => c.Trim())];
                if (!CheckHeader(row, columns, errors))
                {
                    return [];
                }
            }
            else if (row.Cells.Length > columns.Length)
            {
                errors.Add(row.At, "cells", $"the row has {row.Cells.Length} cells and the header {columns.Length}; put a cell that holds a comma in double quotes");
            }
            else
            {
                rows.Add(new RegistryRow(row, columns));
            }
        }

        if (columns.IsEmpty)
        {
            errors.Add(new Position(file, 1, 1), "empty", $"the table is empty; its first line is the header: {string.Join(',', Headers)}");
        }

        return EntityRows.Join(registry, rows, errors);
    }

    private static IEnumerable<RawRow> Rows(string file, string text, FileErrors errors)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => ReportQuotes(file, record, errors),
        });
        for (var count = 0; reader.Read(); count++)
        {
            var at = new Position(file, (int)reader.LineNumber, 1);
            if (count > MaxRows)
            {
                errors.Add(at, "too-many", $"the table has more than {MaxRows} rows; the rest is not read");
                yield break;
            }

            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
            }

            yield return new RawRow(at, cells, Encoding.UTF8.GetString(reader.RawRecord));
        }
    }

    private static void ReportQuotes(string file, CsvMalformedRecord record, FileErrors errors)
    {
        var at = new Position(file, (int)record.LineNumber, 1);
        var shown = Words.Short(record.RawRecord ?? "");
        switch (record.Reason)
        {
            case CsvMalformedReason.StrayQuote:
                errors.Warn(at, "quotes", $"a cell of '{shown}' holds a quote and is not quoted itself; it is read as it stands, but put the cell in double quotes and double those inside");
                break;
            case CsvMalformedReason.UnterminatedQuote:
                errors.Add(at, "quotes", $"a quoted cell that begins in '{shown}' is never closed; add the missing double quote");
                break;
            default:
                errors.Add(at, "quotes", $"text stands after the closing quote of a cell in '{shown}'; double the quotes inside a quoted cell");
                break;
        }
    }

    private static bool CheckHeader(RawRow row, ImmutableArray<string> columns, FileErrors errors)
    {
        var right = true;
        for (var i = 0; i < columns.Length; i++)
        {
            if (!Headers.Contains(columns[i]))
            {
                errors.Add(row.AtCell(i), "unknown-column", $"'{Words.Short(columns[i])}' is not a column; {Words.Hint(columns[i], Headers)}");
                right = false;
            }
            else if (columns.IndexOf(columns[i]) < i)
            {
                errors.Add(row.AtCell(i), "duplicate-column", $"the column '{columns[i]}' stands twice; keep one");
                right = false;
            }
        }

        foreach (var missing in RequiredHeaders.Where(h => !columns.Contains(h)))
        {
            errors.Add(row.At, "missing-column", $"the header lacks '{missing}'; it reads in full: {string.Join(',', Headers)}");
            right = false;
        }

        return right;
    }
}
