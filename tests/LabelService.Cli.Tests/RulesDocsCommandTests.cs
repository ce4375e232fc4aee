using System.Text.RegularExpressions;

namespace LabelService.Cli.Tests;

public sealed class RulesDocsCommandTests
{
    private static readonly string Rules = Path.Combine(LabelsProcess.Root, "rules");

    [Fact]
    public async Task Keeps_the_table_of_packs_in_the_README_as_it_would_be_made()
    {
        var readme = Path.Combine(LabelsProcess.Root, "README.md");
        var copy = Path.Combine(Directory.CreateTempSubdirectory("labels-docs-").FullName, "README.md");
        File.Copy(readme, copy);

        var run = await LabelsProcess.RunAsync(null, "rules", "docs", "--rules", Rules, "--readme", copy);

        Assert.Equal(0, run.Code);
        Assert.Equal(await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(readme, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Says_where_the_marks_of_the_table_are_missing()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("labels-docs-").FullName, "README.md");
        await File.WriteAllTextAsync(file, "# Nothing\n", TestContext.Current.CancellationToken);

        var run = await LabelsProcess.RunAsync(null, "rules", "docs", "--rules", Rules, "--readme", file);

        Assert.Equal(2, run.Code);
        Assert.Contains("packs:begin", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdown", "md")]
    [InlineData("html", "html")]
    public async Task Writes_a_page_a_rule_and_an_index_whose_links_lead_somewhere(string format, string ending)
    {
        var folder = Directory.CreateTempSubdirectory("labels-docs-").FullName;

        var run = await LabelsProcess.RunAsync(null, "rules", "docs", "--rules", Rules, "--out", folder, "--format", format, "--language", "ru");

        Assert.Equal(0, run.Code);
        var index = await File.ReadAllTextAsync(Path.Combine(folder, $"index.{ending}"), TestContext.Current.CancellationToken);
        var links = Regex.Matches(index, $"[\"(]([a-z0-9.-]+\\.{ending})[\")]").Select(m => m.Groups[1].Value).ToList();
        Assert.True(links.Count > 40);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(folder, link)), link));
        Assert.Contains("Говорит, когда", await File.ReadAllTextAsync(Path.Combine(folder, $"de.ads.anzeige.{ending}"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
