namespace LabelService.Cli.Tests;

/// <summary>An operator without a running service: a register changes, and old articles are looked at again.</summary>
public sealed class SweepCommandTests : IDisposable
{
    private const string Header = "id,kind,name,name_en,aliases,quoted_aliases,gender,domains,accounts,country,listed_from,listed_until,order,source,notes\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("labels-sweep-").FullName;

    private string Store => Path.Combine(_folder, "labels.db");

    private string Rules => Path.Combine(_folder, "rules");

    private string Register => Path.Combine(Rules, "registries", "xx-papers.csv");

    [Fact]
    public async Task Shows_first_then_changes_and_writes_down_what()
    {
        WriteRules();
        var archive = Path.Combine(_folder, "archive.ndjson");
        await File.WriteAllLinesAsync(archive, Enumerable.Range(0, 4).Select(i => $$"""{"externalId":"a{{i}}","body":"The bridge was opened.\n\nSource: {{(i == 2 ? "The Quiet Herald" : "Nobody")}}"}"""), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await RunAsync("archive", "import", archive)).Code);
        Assert.StartsWith("swp_", (await RunAsync("sweep")).Output, StringComparison.Ordinal);
        Assert.StartsWith("nothing has changed", (await RunAsync("sweep")).Output, StringComparison.Ordinal);

        await File.AppendAllTextAsync(Register, "xx:quiet,media,The Quiet Herald,The Quiet Herald,,,,,,,2021-01-01,,,,\n", TestContext.Current.CancellationToken);
        var refused = await RunAsync("sweep");
        Assert.Equal((2, true), (refused.Code, refused.Error.Contains("--in-force", StringComparison.Ordinal)));

        var csv = Path.Combine(_folder, "changed.csv");
        var (code, output, error) = await RunAsync("sweep", "--in-force", "--csv", csv);
        Assert.True(code == 0, error);
        Assert.Contains("1 change: 1 newly missing", output, StringComparison.Ordinal);
        Assert.Contains("a2  example-notice (The Quiet Herald): nothing -> missing", output, StringComparison.Ordinal);
        Assert.Contains("a2", await File.ReadAllTextAsync(csv, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var dry = await RunAsync("sweep", "--all", "--dry-run");
        Assert.Contains("a dry run: nothing was changed", dry.Output, StringComparison.Ordinal);
        Assert.Contains("4 of 4 stored articles can be touched; 4 looked at", dry.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => LabelsProcess.RunOnAsync(Store, [.. arguments, "--rules", Rules]);

    private void WriteRules()
    {
        Directory.CreateDirectory(Path.Combine(Rules, "packs", "xx-example"));
        Directory.CreateDirectory(Path.Combine(Rules, "registries"));
        File.WriteAllText(Path.Combine(Rules, "packs", "xx-example", "pack.yaml"), """
            pack: xx-example
            version: 1
            jurisdiction: RU
            title: { en: Example }
            rules:
              - id: xx.example.source
                status: on
                basis: [{ act: Invented act, article: "1" }]
                when: { entity: { registry: xx-papers, role: source } }
                require:
                  - disclosure: example-notice
                    text: { en: "The invented register includes {{ subject }}." }
            """);
        File.WriteAllText(Path.Combine(Rules, "registries", "xx-papers.yaml"), "title: { en: Invented papers }\njurisdiction: RU\n");
        File.WriteAllText(Register, Header + "xx:courier,media,The Invented Courier,The Invented Courier,,,,,,,2021-10-15,,,,\n");
    }
}
