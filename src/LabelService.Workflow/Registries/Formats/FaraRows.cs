using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>A cell by the first of several names of its column that holds something.</summary>
internal delegate string FaraCell(params ReadOnlySpan<string> names);

/// <summary>
/// Rows of FARA, from tables and JSON alike. Street addresses are never looked at. A registrant is known by its number; a principal
/// has none, and the same body stands in one row for each of its registrants.
/// </summary>
internal static class FaraRows
{
    public static ExportRow Row(ExportFormat format, string file, int number, FaraCell cell) =>
        format is ExportFormat.FaraRegistrantsCsv or ExportFormat.FaraRegistrantsJson ? Registrant(file, number, cell) : Principal(file, number, cell);

    private static ExportRow Registrant(string file, int number, FaraCell cell) =>
        new(file, number, cell("Name", "Registrant_Name", "REGISTRANT_NAME"), cell("Registration_Date", "Registrant_Date", "REG_DATE"))
        {
            Until = cell("Termination_Date", "TERMINATION_DATE"),
            Key = Known(cell("Registration_Number", "REG_NUMBER")),
            Aliases = Known(cell("Business_Name", "BUSINESS_NAME")) is { } business ? [business] : [],
            Source = Known(cell("Registration_Number", "REG_NUMBER")) is { } registered ? $"No. {registered}" : null,
        };

    private static ExportRow Principal(string file, int number, FaraCell cell) =>
        new(file, number, cell("Foreign_Principal", "FP_NAME").Trim('\'', ' '), cell("Foreign_Principal_Registration_Date", "FP_REG_DATE"))
        {
            Until = cell("Foreign_Principal_Termination_Date", "FP_TERM_DATE", "FP_TERMINATION_DATE"),
            Kind = EntityKind.Organisation,
            Country = Known(cell("Country/Location_Represented", "COUNTRY_NAME")),
            Order = Known(cell("Registration_Number", "REG_NUMBER")) is { } registered ? $"FARA {registered}" : null,
        };

    private static string? Known(string text) => text.Length > 0 ? text : null;
}
