using System.Text.Json;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>Tells a format by what stands in the file, never by its name.</summary>
internal static class FormatDetector
{
    public static ExportFormat Detect(SourceFile file, bool hasColumnMap)
    {
        if (hasColumnMap)
        {
            return ExportFormat.Csv;
        }

        if (file.IsZip)
        {
            return ExportFormat.MinistryXlsx;
        }

        return (file.Text.AsSpan().TrimStart() is ['{' or '[', ..] ? OfJson(file) : OfTable(file)) ?? throw new ImportRefusedException(
            $"{file.Name} is none of the known exports. Say what it is with --format, or map its columns with --column, such as --column \"name=Full name\" --column \"listed_from=Added\".");
    }

    private static ExportFormat? OfJson(SourceFile file)
    {
        if (IsFollowTheMoney(file.Text))
        {
            return ExportFormat.Opensanctions;
        }

        return JsonTrees.Read(file, root => root.ValueKind == JsonValueKind.Array ? OfList(root) : OfObject(root));
    }

    private static bool IsFollowTheMoney(string text)
    {
        var start = text.AsSpan().TrimStart();
        var line = start[..(start.IndexOf('\n') is >= 0 and var end ? end : start.Length)];
        return line.Contains("\"schema\"", StringComparison.Ordinal) && line.Contains("\"properties\"", StringComparison.Ordinal);
    }

    private static ExportFormat? OfList(JsonElement root) =>
        root.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } row && row.TryGetProperty("fullName", out _) && row.TryGetProperty("dateIn", out _)
            ? ExportFormat.UndesirableJson
            : null;

    private static ExportFormat? OfObject(JsonElement root)
    {
        if (root.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array)
        {
            // The two registers number their fields differently: in one the second is the name, in the other the day.
            var row = values.EnumerateArray().FirstOrDefault();
            var isDay = row.ValueKind == JsonValueKind.Object && ExportDates.TryParse(MinistryJson.Field(row, 2), out _);
            return isDay ? ExportFormat.UndesirableJson : ExportFormat.MinistryJson;
        }

        var first = FaraJson.Rows(root).FirstOrDefault();
        return first.ValueKind != JsonValueKind.Object ? null
            : first.EnumerateObject().Any(m => Cells.Key(m.Name) is "fpname" or "foreignprincipal") ? ExportFormat.FaraPrincipalsJson
            : first.EnumerateObject().Any(m => Cells.Key(m.Name) is "registrationnumber") ? ExportFormat.FaraRegistrantsJson
            : null;
    }

    private static ExportFormat? OfTable(SourceFile file)
    {
        var header = CsvRecords.Header(file.Text).Select(Cells.Key).ToHashSet(StringComparer.Ordinal);
        return header.Contains("foreignprincipal") ? ExportFormat.FaraPrincipalsCsv
            : header.Contains("registrationnumber") && header.Contains("name") ? ExportFormat.FaraRegistrantsCsv
            : header.Contains("typology") && header.Contains("mainassets") ? ExportFormat.StateMediaCsv
            : null;
    }
}
