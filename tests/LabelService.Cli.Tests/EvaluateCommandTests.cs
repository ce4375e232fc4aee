using System.Text.Json;

namespace LabelService.Cli.Tests;

public sealed class EvaluateCommandTests
{
    [Fact]
    public async Task Prints_the_figures_for_a_person()
    {
        var (code, output, _) = await LabelsProcess.RunAsync(null, "evaluate", "mentions", Gold("mentions.jsonl"));

        Assert.Equal(0, code);
        Assert.Contains("ALL", output, StringComparison.Ordinal);
        Assert.Contains("precision 1.000  recall 1.000  F1 1.000   right 3, wrong 0, missed 0, texts 3", output, StringComparison.Ordinal);
        Assert.Contains("Certain finds alone", output, StringComparison.Ordinal);
        Assert.Contains("texts 1 with nothing to find: 0 with a false positive (0.0 %), 0 in all", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_figures_as_json()
    {
        var (code, output, _) = await LabelsProcess.RunAsync(null, "evaluate", "notices", Gold("notices.jsonl"), "--output", "json");

        using var report = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal("notices", report.RootElement.GetProperty("set").GetString());
        Assert.Equal(1, report.RootElement.GetProperty("groups")[0].GetProperty("f1").GetDouble());
        Assert.Equal(2, report.RootElement.GetProperty("notices")[0].GetProperty("agentName").GetProperty("right").GetInt32());
    }

    [Theory]
    [InlineData("0.97", 0)]
    [InlineData("0.999", 1)]
    public async Task Exits_with_1_below_what_is_asked_for(string atLeast, int expected)
    {
        var file = Path.GetTempFileName();
        var lines = await File.ReadAllTextAsync(Gold("mentions.jsonl"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat(lines, 30)) + Unfindable, TestContext.Current.CancellationToken);

        var (code, output, error) = await LabelsProcess.RunAsync(null, "evaluate", "mentions", file, "--at-least", atLeast, "--worst", "1");

        Assert.Equal(expected, code);
        Assert.Contains("[missed] Ада Львовна Рябова (m9): full", output, StringComparison.Ordinal);
        Assert.Equal(expected == 1, error.Contains("below 0.999", StringComparison.Ordinal));
        File.Delete(file);
    }

    [Theory]
    [InlineData("evaluate", "mentions", "no-such-file.jsonl")]
    [InlineData("evaluate", "mentions", "README.md")]
    [InlineData("evaluate", "inflection", "README.md")]
    [InlineData("evaluate", "names", "README.md")]
    [InlineData("evaluate", "mentions")]
    [InlineData("evaluate", "mentions", "README.md", "--at-least", "97")]
    [InlineData("evaluate", "mentions", "README.md", "--worst", "-1")]
    public async Task Exits_with_2_and_a_reason_on_wrong_usage(params string[] arguments)
    {
        var (code, _, error) = await LabelsProcess.RunAsync(null, arguments);

        Assert.Equal(2, code);
        Assert.NotEmpty(error.Trim());
    }

    private const string Unfindable =
        """{"id":"m9","lang":"ru","text":"Пришла она.","registry":[{"id":"P3","kind":"person","name":"Ада Львовна Рябова"}],"gold":[{"entityId":"P3","start":7,"end":10,"surface":"она","kind":"full"}],"ignore":[],"corpus":"invented","hard":false}""";

    private static string Gold(string file) => Path.Combine(LabelsProcess.Root, "tests", "LabelService.Workflow.Tests", "Evaluation", "gold", file);
}
