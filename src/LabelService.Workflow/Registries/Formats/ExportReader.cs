using System.Collections.Immutable;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>What a reader needs to know beside the file.</summary>
/// <param name="Format">Null where the content is to tell.</param>
/// <param name="Day">The day on which the list was taken.</param>
/// <param name="Only">Values of the matrix's typology to take in; empty means all.</param>
internal sealed record ReadingOptions(ExportFormat? Format, DateOnly Day, ColumnMap Columns, ImmutableArray<string> Only);

/// <summary>Reads a file by its format.</summary>
internal static class ExportReader
{
    /// <exception cref="ImportRefusedException">The file is broken, or none of the formats.</exception>
    public static Export Read(SourceFile file, ReadingOptions options)
    {
        var format = options.Format ?? FormatDetector.Detect(file, !options.Columns.IsEmpty);
        try
        {
            return format switch
            {
                ExportFormat.MinistryXlsx => MinistryXlsx.Read(file),
                ExportFormat.MinistryJson => MinistryJson.Agents(file),
                ExportFormat.UndesirableJson => file.Text.AsSpan().TrimStart() is ['[', ..] ? UndesirableList.Plain(file) : MinistryJson.Undesirable(file),
                ExportFormat.FaraRegistrantsCsv or ExportFormat.FaraPrincipalsCsv => FaraCsv.Read(file, format),
                ExportFormat.FaraRegistrantsJson or ExportFormat.FaraPrincipalsJson => FaraJson.Read(file, format),
                ExportFormat.Opensanctions => OpenSanctionsLines.Read(file),
                ExportFormat.StateMediaCsv => StateMediaCsv.Read(file, options.Day, options.Only),
                _ => MappedCsv.Read(file, options.Columns.Checked()),
            };
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException)
        {
            throw new ImportRefusedException($"{file.Name} is not built as {format} is: {error.Message} Say another --format, or leave it out and let the content tell.");
        }
    }
}
