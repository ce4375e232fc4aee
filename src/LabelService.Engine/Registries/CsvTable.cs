using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Registries;

/// <summary>Reads a table that people edit: every odd quote, cell and column is reported where it stands.</summary>
internal static class CsvTable
{
    /// <summary>UTF-16 code units of one file.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    public const int MaxRows = 500_000;

    /// <returns>The rows below the header; none where the header is wrong.</returns>
    public static List<RegistryRow> Read(string file, string text, ImmutableArray<string> headers, ImmutableArray<string> required, FileErrors errors)
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
                if (!CheckHeader(row, columns, headers, required, errors))
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
            errors.Add(new Position(file, 1, 1), "empty", $"the table is empty; its first line is the header: {string.Join(',', headers)}");
        }

        return rows;
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

    private static bool CheckHeader(
        RawRow row, ImmutableArray<string> columns, ImmutableArray<string> headers, ImmutableArray<string> required, FileErrors errors)
    {
        var right = true;
        for (var i = 0; i < columns.Length; i++)
        {
            if (!headers.Contains(columns[i]))
            {
                errors.Add(row.AtCell(i), "unknown-column", $"'{Words.Short(columns[i])}' is not a column; {Words.Hint(columns[i], headers)}");
                right = false;
            }
            else if (columns.IndexOf(columns[i]) < i)
            {
                errors.Add(row.AtCell(i), "duplicate-column", $"the column '{columns[i]}' stands twice; keep one");
                right = false;
            }
        }

        foreach (var missing in required.Where(h => !columns.Contains(h)))
        {
            errors.Add(row.At, "missing-column", $"the header lacks '{missing}'; it reads in full: {string.Join(',', headers)}");
            right = false;
        }

        return right;
    }
}
