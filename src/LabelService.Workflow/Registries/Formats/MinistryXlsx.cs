using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>
/// The ministry's spreadsheet: row 1 the title, row 2 the time of the export as an Excel serial, row 3 the header, then the rows.
/// Of its 21 columns only the public ones are looked at (see <see cref="MinistryFields"/>).
/// </summary>
internal static class MinistryXlsx
{
    private const int HeaderRow = 3;
    private const int MaxRows = 500_000;

    public static Export Read(SourceFile file)
    {
        // The reader asks for code page 1252 before it knows that this format has no code page.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file.Bytes, writable: false));
            return Read(file, reader);
        }
        catch (Exception error) when (error is ExcelReaderException or InvalidDataException or System.Xml.XmlException or ArgumentException)
        {
            throw new ImportRefusedException($"{file.Name} is no whole spreadsheet: {error.Message} Fetch it again.");
        }
    }

    private static Export Read(SourceFile file, IExcelDataReader reader)
    {
        var rows = ImmutableArray.CreateBuilder<ExportRow>();
        DateOnly? taken = null;
        var number = 0;
        while (reader.Read() && number++ < MaxRows)
        {
            if (number == HeaderRow - 1)
            {
                taken = ExportDates.OfSerial(Cell(reader, 1));
            }
            else if (number == HeaderRow)
            {
                CheckHeader(file, reader);
            }
            else if (number > HeaderRow && Cell(reader, 2) + Cell(reader, 4) is { Length: > 0 })
            {
                rows.Add(MinistryFields.Row(file.Name, number, field => Cell(reader, field)));
            }
        }

        return number >= HeaderRow
            ? new Export(ExportFormat.MinistryXlsx, rows.ToImmutable()) { Taken = taken }
            : throw new ImportRefusedException($"{file.Name} has {number} rows; the ministry's spreadsheet has a title, a time and a header above its rows. Fetch it again.");
    }

    private static void CheckHeader(SourceFile file, IExcelDataReader reader)
    {
        foreach (var (field, word) in MinistryFields.HeaderWords)
        {
            if (!Cell(reader, field).Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                throw new ImportRefusedException(
                    $"{file.Name}, row {HeaderRow}, column {field}: the header should speak of «{word}». The ministry may have changed its columns; import the file as a table with --column instead, or report it.");
            }
        }
    }

    /// <param name="field">From 1, as the ministry numbers its fields.</param>
    private static string Cell(IExcelDataReader reader, int field) =>
        field <= reader.FieldCount ? Convert.ToString(reader.GetValue(field - 1), CultureInfo.InvariantCulture) ?? "" : "";
}
