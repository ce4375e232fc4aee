using System.IO.Compression;
using System.Security;
using System.Text;

namespace LabelService.Workflow.Tests.Support;

/// <summary>Builds a spreadsheet in the ministry's layout: title, time, header of 21 columns, rows of texts.</summary>
internal static class MadeUpSheet
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private static readonly string[] Header =
    [
        "№ п/п", "Полное наименование (прежнее наименование) / ФИО «Псевдоним»", "Основания для включения", "Дата принятия решения о включении в реестр",
        "Дата принятия решения об исключении из реестра", "Доменное имя информационного ресурса", "Тип иностранного агента", "Регистрационный номер", "ИНН", "ОГРН",
        "СНИЛС", "Дата рождения", "ФИО участников", "Адрес", "Дата опубликования", "Номер счета", "Банк", "БИК", "Корсчет", "Дата открытия", "Дата договора",
    ];

    /// <param name="rows">The cells of each row by column, from 1.</param>
    public static byte[] Build(IEnumerable<Dictionary<int, string>> rows, string[]? header = null)
    {
        var sheet = new List<Dictionary<int, string>>
        {
            new() { [1] = "Реестр иностранных агентов" },
            new() { [1] = "46000.5" },
            (header ?? Header).Index().ToDictionary(h => h.Index + 1, h => h.Item),
        };
        sheet.AddRange(rows);
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add(zip, "xl/worksheets/sheet1.xml", Sheet(sheet));
        }

        return memory.ToArray();
    }

    private static string Sheet(List<Dictionary<int, string>> rows)
    {
        var xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        foreach (var (index, row) in rows.Index())
        {
            xml.Append($"<row r=\"{index + 1}\">");
            foreach (var (column, text) in row.OrderBy(c => c.Key))
            {
                xml.Append($"<c r=\"{(char)('A' + column - 1)}{index + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>");
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(Head + xml);
    }
}
