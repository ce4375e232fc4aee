using System.Text;
using LabelService.Engine.Registries;
using LabelService.Workflow.Registries;
using LabelService.Workflow.Registries.Formats;

namespace LabelService.Workflow.Tests.Registries;

/// <summary>Every format is told by its content and read.</summary>
public sealed class ExportReaderTests
{
    [Theory]
    [InlineData("field_1_i", "field_2_s", "field_4_s", "field_5_s")]
    [InlineData("field_1_x", "field_2_x", "field_4_x", "field_5_x")]
    [InlineData("field_1_i", "field_2_s", "field_4_dt", "field_5_dt")]
    public void Reads_the_ministry_s_answer(string number, string name, string from, string until)
    {
        var export = Read($$"""{"size": 1, "values": [{"{{number}}": 7, "{{name}}": "Фонд «Риф»", "{{from}}": "01.02.2024", "{{until}}": "03.04.2025", "field_11_s": "SECRET"}]}""");

        Assert.Equal(ExportFormat.MinistryJson, export.Format);
        Assert.Equal(("Фонд «Риф»", "01.02.2024", "03.04.2025", "No. 7"), (export.Rows[0].Name, export.Rows[0].From, export.Rows[0].Until, export.Rows[0].Source));
        Assert.DoesNotContain("SECRET", export.Rows[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"size": 1, "values": [{"field_1_i": 7, "field_2_s": "01.02.2024", "field_5_s": "Quiet Reef", "field_8_s": "№ 5-р от 03.04.2025", "field_10_s": "Исключена"}]}""", "03.04.2025")]
    [InlineData("""{"size": 1, "values": [{"field_1_i": 7, "field_2_s": "01.02.2024", "field_5_s": "Quiet Reef", "field_10_s": "Исключена"}]}""", "Исключена")]
    [InlineData("""[{"id": "7", "fullName": "Quiet Reef", "dateIn": "01.02.2024", "dateOut": "", "decisionInMinjust": "№ 5-р"}]""", "")]
    public void Reads_undesirable_organisations(string json, string until)
    {
        var export = Read(json);

        Assert.Equal((ExportFormat.UndesirableJson, "Quiet Reef", "01.02.2024", until), (export.Format, export.Rows[0].Name, export.Rows[0].From, export.Rows[0].Until));
    }

    [Fact]
    public void Reads_fara_s_table_of_latin_1_and_skips_shifted_rows()
    {
        const string Table = """
            "Foreign_Principal_Termination_Date","Foreign_Principal","Foreign_Principal_Registration_Date","Country/Location_Represented","Registration_Number"
            "","Réunion Reef","02/01/2024","FRANCE","7"
            "","Reef (QR") THROUGH MOL, Ltd","02/01/2024","FRANCE","7"
            "03/04/2025","Quiet Mole","02/01/2024","ITALY","8"
            """;

        var export = ExportReader.Read(new SourceFile("f.csv", Encoding.Latin1.GetBytes(Table), default), Options());

        Assert.Equal(ExportFormat.FaraPrincipalsCsv, export.Format);
        Assert.Equal(["Réunion Reef", "Quiet Mole"], export.Rows.Select(r => r.Name));
        Assert.Equal(3, Assert.Single(export.Skipped).Number);
    }

    [Theory]
    [InlineData("""{"REGISTRANTS_ACTIVE": {"ROW": {"Registration_Number": 7, "Name": "Quiet Reef, LLC", "Registration_Date": "02/01/2024", "Address_1": "SECRET"}}}""", ExportFormat.FaraRegistrantsJson, 1)]
    [InlineData("""{"FP": {"ROW": [{"FP_NAME": "Quiet Reef", "COUNTRY_NAME": "ITALY", "FP_REG_DATE": "02/01/2024"}, {"FP_NAME": "Mole", "FP_REG_DATE": "02/01/2024"}]}}""", ExportFormat.FaraPrincipalsJson, 2)]
    public void Reads_fara_s_json_of_one_row_and_of_many(string json, object format, int rows)
    {
        var export = Read(json);

        Assert.Equal((format, rows), (export.Format, export.Rows.Length));
        Assert.DoesNotContain(export.Rows, r => r.ToString().Contains("SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public void Reads_followthemoney_with_the_days_of_sanctions()
    {
        var export = Read("""
            {"id": "NK-1", "schema": "Person", "caption": "Oliver Reef", "properties": {"name": ["Oliver Reef", "Оливер Риф"], "weakAlias": ["Olly"], "gender": ["male"], "birthDate": ["SECRET"]}, "first_seen": "2023-01-02T00:00:00"}
            {"id": "s-1", "schema": "Sanction", "caption": "x", "properties": {"entity": ["NK-1"], "startDate": ["2022-03-04"], "endDate": ["2024-05-06"]}}
            {"id": "a-1", "schema": "Address", "caption": "x", "properties": {}}
            {"id": "NK-2", "schema": "Company", "caption": "Mole Ltd", "properties": {"website": ["https://mole.example"]}, "first_seen": "2023-01-02T00:00:00"}
            {"id": "cut
            """);

        Assert.Equal(["NK-1", "NK-2"], export.Rows.Select(r => r.Key));
        Assert.Equal(("2022-03-04", "2024-05-06", Gender.Masculine), (export.Rows[0].From, export.Rows[0].Until, export.Rows[0].Gender));
        Assert.Equal(["Оливер Риф"], export.Rows[0].Aliases);
        Assert.Single(export.Skipped);
        Assert.DoesNotContain(export.Rows, r => r.ToString().Contains("SECRET", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("SC", 2)]
    public void Reads_the_matrix_or_some_of_it(string only, int rows)
    {
        const string Table = "Region,Country,Media company,Main assets,URL,Typology,Status\nAsia,Italy,Reef Group*,Print: Reef Daily,https://reef.example/,SC,\nAsia,Italy,Mole,,www.mole.example,SC,\nAsia,Italy,Free,Free,,IP,\n";

        var export = ExportReader.Read(File("m.csv", Table), Options() with { Only = only.Length > 0 ? [only] : [] });

        Assert.Equal((ExportFormat.StateMediaCsv, rows), (export.Format, export.Rows.Length));
        Assert.Equal(("Reef Daily", "2026-01-02", "typology SC; company Reef Group"), (export.Rows[0].Name, export.Rows[0].From, export.Rows[0].Notes));
    }

    [Fact]
    public void Reads_any_table_by_a_map()
    {
        var map = ColumnMap.OfYaml("map.yaml", "columns: { name: Full name, listed_from: Added }\nset: { kind: media }\nseparator: ';'\n");

        var export = ExportReader.Read(File("t.csv", "Full name;Added\nReef;2024-02-01\n"), Options() with { Columns = map });

        Assert.Equal((ExportFormat.Csv, "Reef", "2024-02-01", EntityKind.Media), (export.Format, export.Rows[0].Name, export.Rows[0].From, export.Rows[0].Kind));
    }

    [Theory]
    [InlineData("name=Name", "there is no column 'Name'")]
    [InlineData("nome=Full name", "'nome=Full name' is not column=text")]
    [InlineData("country=Full name", "says nothing of 'name'")]
    public void Says_what_is_wrong_with_a_map(string column, string message)
    {
        var refused = Assert.Throws<ImportRefusedException>(() =>
            ExportReader.Read(File("t.csv", "Full name,Added\nReef,2024-02-01\n"), Options() with { Columns = ColumnMap.Empty.With([column, "listed_from=Added"], []) }));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31.12.2024", true)]
    [InlineData("12/31/2024", true)]
    [InlineData("2024-12-31T10:00:00Z", true)]
    [InlineData("31/12/2024", false)]
    [InlineData("soon", false)]
    public void Reads_days(string text, bool isDay) =>
        Assert.Equal(isDay, ExportDates.TryParse(text, out var day) && day == new DateOnly(2024, 12, 31));

    private static Export Read(string text) => ExportReader.Read(File("f.json", text), Options());

    private static SourceFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text), default);

    private static ReadingOptions Options() => new(null, new DateOnly(2026, 1, 2), ColumnMap.Empty, []);
}
