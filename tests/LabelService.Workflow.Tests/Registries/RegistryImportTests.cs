using System.Text;
using LabelService.Engine.Registries;
using LabelService.Workflow.Registries;
using LabelService.Workflow.Registries.Formats;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Registries;

/// <summary>Whole imports of made-up exports.</summary>
public sealed class RegistryImportTests : IDisposable
{
    private const string Secret = "SECRET";

    private readonly string _folder = Directory.CreateTempSubdirectory("registry-import-").FullName;

    [Fact]
    public async Task Imports_the_spreadsheet_and_leaves_personal_columns()
    {
        var sheet = Sheet(
            Row(3, "Кротова Лада Игоревна \"Дед Прибой\"", "15.08.2025", "", "Физические лица", "https://t.me/krotova, ID: -1001"),
            Row(2, "Фонд «Тихий Риф»", "01.02.2024", "03.04.2025", "Юридические лица", "https://reef.example/"),
            Row(1, "Телеканал Тихий Мол", "01.02.2017", "", "", ""));

        var report = await ImportAsync(sheet);

        Assert.Equal((3, 0, new DateOnly(2025, 12, 9)), (report.RowsRead, report.RowsSkipped, report.Retrieved));
        Assert.Equal(
            ["ru-fa:telekanal-tikhiy-mol", "ru-fa:tikhiy-rif", "ru-fa:krotova-lada-igorevna"],
            report.Entities.Select(e => e.Id));
        Assert.Equal(new Listing(new DateOnly(2024, 2, 1), new DateOnly(2025, 4, 3), null, "No. 2"), report.Entities[1].Listings[0]);
        var person = report.Entities[2];
        Assert.Equal((EntityKind.Person, Gender.Feminine, "t.me/krotova"), (person.Kind, person.Gender, person.Accounts[0]));
        Assert.All(Directory.EnumerateFiles(_folder, "ru-foreign-agents.*"), f => Assert.DoesNotContain(Secret, File.ReadAllText(f), StringComparison.Ordinal));
        Assert.DoesNotContain(report.Odd, o => (o.Subject + o.Detail).Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_ids_and_handwork_from_import_to_import()
    {
        await ImportAsync(Sheet(Row(1, "Фонд «Тихий Риф»", "01.02.2024", "", "Юридические лица", "")));
        var table = Path.Combine(_folder, "ru-foreign-agents.csv");
        await File.WriteAllTextAsync(table, (await File.ReadAllTextAsync(table)).Replace("ru-fa:tikhiy-rif", "ru-fa:reef", StringComparison.Ordinal) + "our:own,media,Наша волна,Our wave,,,,,,,2020-01-01,,,,by hand\n");

        var report = await ImportAsync(Sheet(
            Row(2, "Общество «Тихий Риф»", "01.03.2024", "", "Юридические лица", ""),
            Row(1, "Фонд «Громкий Мол» (Фонд «Тихий Риф»)", "01.02.2024", "", "Юридические лица", "")));

        Assert.Equal(["our:own", "ru-fa:reef", "ru-fa:tikhiy-rif"], report.Entities.Select(e => e.Id));
        Assert.Contains("Фонд «Тихий Риф»", report.Entities[1].Aliases);
        Assert.Equal([ChangeKind.Added, ChangeKind.Renamed], report.Changes.Select(c => c.Kind));
        Assert.Contains(report.Odd, o => o is { Oddity: Oddity.OnlyInFile, Subject: "Наша волна", Detail: "kept" });
    }

    [Fact]
    public async Task Gives_the_same_files_for_the_same_export()
    {
        var sheet = Sheet(Row(2, "Фонд «Риф и Мол»", "01.02.2024", "", "Юридические лица", ""), Row(1, "Кротова Лада Игоревна", "01.02.2024", "", "Физические лица", ""));
        await ImportAsync(sheet);
        var first = await File.ReadAllTextAsync(Path.Combine(_folder, "ru-foreign-agents.csv"));

        var report = await ImportAsync(sheet);

        Assert.Equal(first, await File.ReadAllTextAsync(Path.Combine(_folder, "ru-foreign-agents.csv")));
        Assert.Empty(report.Changes);
    }

    [Fact]
    public async Task Makes_one_entity_of_a_body_listed_again_and_two_of_namesakes()
    {
        var report = await ImportAsync(Sheet(
            Row(4, "Кротова Лада Игоревна", "01.05.2024", "", "Физические лица", ""),
            Row(3, "Кротова Лада Игоревна", "01.02.2024", "", "Физические лица", ""),
            Row(2, "Фонд «Тихий Риф»", "01.02.2023", "", "Юридические лица", ""),
            Row(1, "Фонд «Тихий Риф»", "01.02.2020", "01.02.2021", "Юридические лица", "")));

        Assert.Equal(["ru-fa:tikhiy-rif", "ru-fa:krotova-lada-igorevna", "ru-fa:krotova-lada-igorevna-2024-05-01"], report.Entities.Select(e => e.Id));
        Assert.Equal(2, report.Entities[0].Listings.Length);
        Assert.Contains(report.Odd, o => o is { Oddity: Oddity.ListedAgain, Row: 7 });
        Assert.Contains(report.Odd, o => o is { Oddity: Oddity.Namesake, Row: 5 });
    }

    [Theory]
    [InlineData("end", "2025-12-09")]
    [InlineData("drop", null)]
    public async Task Ends_or_drops_what_left_the_export(string what, string? until)
    {
        await ImportAsync(Sheet(Row(1, "Фонд «Тихий Риф»", "01.02.2024", "", "Юридические лица", ""), Row(2, "Фонд «Мол и Ко»", "01.02.2024", "", "Юридические лица", "")));

        var report = await ImportAsync(
            Sheet(Row(2, "Фонд «Мол и Ко»", "01.02.2024", "", "Юридические лица", "")),
            new ImportOptions { Missing = what == "end" ? MissingEntities.End : MissingEntities.Drop });

        var left = report.Entities.FirstOrDefault(e => e.Id == "ru-fa:tikhiy-rif");
        Assert.Equal(until, left is null ? null : $"{left.Listings[0].Until:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("cut.xlsx", "PK\u0003\u0004 and no more", "no whole spreadsheet")]
    [InlineData("cut.json", "{\"size\": 2, \"values\": [{\"field_1_i\": 1,", "broken or cut off here")]
    [InlineData("page.json", "{\"size\": 2, \"values\": [{\"field_1_i\": 1, \"field_2_s\": \"Риф\", \"field_4_s\": \"01.02.2024\"}]}", "fetch the next page")]
    [InlineData("days.json", "{\"size\": 1, \"values\": [{\"field_1_i\": 1, \"field_2_s\": \"Риф\", \"field_4_s\": \"soon\"}]}", "1 of 1 rows cannot be read")]
    [InlineData("none.json", "{\"values\": []}", "there is no row in it")]
    [InlineData("letter.txt", "Dear editor", "none of the known exports")]
    public async Task Imports_all_or_nothing(string name, string content, string message)
    {
        await ImportAsync(Sheet(Row(1, "Фонд «Тихий Риф»", "01.02.2024", "", "Юридические лица", "")));
        var before = Contents();

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(Write(name, content)));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task Refuses_a_spreadsheet_of_other_columns()
    {
        var file = Path.Combine(_folder, "other.xlsx");
        await File.WriteAllBytesAsync(file, MadeUpSheet.Build([], ["№", "Адрес", "Имя", "Дата", "Дата", "Сайт", "Тип"]));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(file));

        Assert.Contains("row 3, column 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_list_that_lost_a_fifth()
    {
        var rows = Enumerable.Range(1, 60).Select(i => Row(i, $"Фонд «Риф номер {i}»", "01.02.2024", "", "Юридические лица", "")).ToArray();
        await ImportAsync(Sheet(rows));

        await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(Sheet(rows[..40])));
        Assert.Equal(60, (await ImportAsync(Sheet(rows[..40]), new ImportOptions { AllowShrink = true })).Entities.Length);
    }

    [Fact]
    public async Task Keeps_what_people_wrote_in_the_note()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "ru-foreign-agents.yaml"), "# ours\ntitle: { en: Our list }\njurisdiction: RU\nretrieved: 2020-01-01\nfreshForDays: 7\n");

        await ImportAsync(Sheet(Row(1, "Фонд «Тихий Риф»", "01.02.2024", "", "Юридические лица", "")));

        Assert.Equal(
            "# ours\ntitle: { en: Our list }\njurisdiction: RU\nretrieved: 2025-12-09\nfreshForDays: 7\nnotes: \"Imported from ministry-xlsx, 1 rows\"\n",
            await File.ReadAllTextAsync(Path.Combine(_folder, "ru-foreign-agents.yaml")));
    }

    [Fact]
    public async Task Writes_nothing_on_a_dry_run()
    {
        var file = Sheet(Row(1, "Фонд «Тихий Риф»", "01.02.2024", "", "Юридические лица", ""));

        await new RegistryImport(Path.Combine(_folder, "out"), new ImportOptions()).RunAsync([file], write: false, CancellationToken.None);

        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Dictionary<int, string> Row(int number, string name, string from, string until, string type, string resources)
    {
        var row = new Dictionary<int, string> { [1] = $"{number}", [2] = name, [3] = "Статья 7", [4] = from, [5] = until, [6] = resources, [7] = type };
        foreach (var column in Enumerable.Range(9, 6).Concat(Enumerable.Range(16, 6)))
        {
            row[column] = $"{Secret} {column}";
        }

        return row;
    }

    private string Sheet(params Dictionary<int, string>[] rows)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.xlsx");
        File.WriteAllBytes(file, MadeUpSheet.Build(rows));
        return file;
    }

    private string Write(string name, string content)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, content, new UTF8Encoding(false));
        return file;
    }

    private Task<ImportReport> ImportAsync(string file, ImportOptions? options = null) =>
        new RegistryImport(_folder, options ?? new ImportOptions()).RunAsync([file], write: true, CancellationToken.None);

    private string[] Contents() => [.. Directory.EnumerateFiles(_folder, "ru-foreign-agents.*").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
