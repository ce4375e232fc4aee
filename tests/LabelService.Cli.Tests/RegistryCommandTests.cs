using System.Text.Json;

namespace LabelService.Cli.Tests;

public sealed class RegistryCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("labels-registry-").FullName;

    [Fact]
    public async Task Imports_compares_and_finds()
    {
        var (older, newer) = (Page("older.json", "Фонд «Тихий Риф»", ""), Page("newer.json", "Фонд «Громкий Мол»", "03.04.2025"));
        CopyRules();

        var (code, output, error) = await LabelsProcess.RunAsync(null, "registry", "import", older, "--id", "reefs", "--retrieved", "2025-05-01", "--rules", _folder);
        Assert.True(code == 0, error);
        Assert.Contains("1 rows of ministry-json as of 2025-05-01, 0 left out.", output, StringComparison.Ordinal);

        var (differs, diff, _) = await LabelsProcess.RunAsync(null, "registry", "diff", Path.Combine(_folder, "registries", "reefs.csv"), newer, "--output", "json");
        using var changes = JsonDocument.Parse(diff);
        Assert.Equal(1, differs);
        Assert.Equal(["delisted", "renamed"], changes.RootElement.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("kind").GetString()));

        var (found, text, _) = await LabelsProcess.RunAsync(null, "registry", "search", "тихий риф", "--rules", _folder);
        Assert.Equal(0, found);
        Assert.Contains("ru-fa:tikhiy-rif, organisation, in reefs as of 2025-05-01", text, StringComparison.Ordinal);
        Assert.Contains("listed     from 2024-02-01 (No. 7)", text, StringComparison.Ordinal);

        var (declined, forms, _) = await LabelsProcess.RunAsync(null, "registry", "search", "фондом «тихий риф»", "--forms", "--rules", _folder);
        Assert.Equal(0, declined);
        Assert.Contains("certain  Фонд «Тихий Риф», Фонда «Тихий Риф»", forms, StringComparison.Ordinal);
        Assert.Contains("named as the register writes it", forms, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such.xlsx", "cannot be read")]
    [InlineData("letter.txt", "none of the known exports")]
    public async Task Exits_with_2_and_a_reason_on_a_file_that_is_none(string name, string reason)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "letter.txt"), "Dear editor", TestContext.Current.CancellationToken);

        var (code, _, error) = await LabelsProcess.RunAsync(null, "registry", "import", Path.Combine(_folder, name), "--out", _folder);

        Assert.Equal(2, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exits_with_1_where_nothing_is_found()
    {
        var (code, output, _) = await LabelsProcess.RunAsync(null, "registry", "search", "no such name anywhere");

        Assert.Equal(1, code);
        Assert.Equal("0 found.", output.Trim());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Page(string name, string entity, string until)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, $$"""{"size": 1, "values": [{"field_1_i": 7, "field_2_s": "{{entity}}", "field_4_s": "01.02.2024", "field_5_s": "{{until}}"}]}""");
        return file;
    }

    private void CopyRules()
    {
        var source = Path.Combine(LabelsProcess.Root, "rules");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
