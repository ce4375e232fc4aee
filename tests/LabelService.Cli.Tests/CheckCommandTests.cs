using System.Text.Json;

namespace LabelService.Cli.Tests;

public sealed class CheckCommandTests
{
    private const string Article = "Ice leaves the bay\n\nShips are expected from next week.\n\nSource: Rosbalt";

    [Fact]
    public async Task Says_in_plain_words_what_is_missing()
    {
        var (code, output, _) = await LabelsProcess.RunAsync(Article, "check", "-", "--as-of", "2023-02-07");

        Assert.Equal(1, code);
        Assert.Contains("Verdict: action-required", output, StringComparison.Ordinal);
        Assert.Contains("[missing] foreign-agent", output, StringComparison.Ordinal);
        Assert.Contains("[missing] age mark 18+", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exits_with_0_where_nothing_is_to_do()
    {
        var (code, output, _) = await LabelsProcess.RunAsync(Article, "check", "-", "--as-of", "2021-10-14");

        Assert.Equal(0, code);
        Assert.StartsWith("Verdict: compliant", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_answer_of_the_contract_as_json()
    {
        var (_, output, _) = await LabelsProcess.RunAsync(Article, "check", "-", "--published-at", "2023-02-07", "--output", "json");

        using var report = JsonDocument.Parse(output);
        Assert.Equal("publishedAt", report.RootElement.GetProperty("asOf").GetProperty("origin").GetString());
        Assert.Equal("Rosbalt", report.RootElement.GetProperty("source").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Writes_the_labelled_article_as_html()
    {
        var (_, output, _) = await LabelsProcess.RunAsync(Article, "check", "-", "--as-of", "2023-02-07", "--output", "html");

        Assert.StartsWith("<h1>Ice leaves the bay</h1>", output, StringComparison.Ordinal);
        Assert.Contains("<span class=\"ls-text\">Настоящий материал", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_request_in_json()
    {
        var request = JsonSerializer.Serialize(new { article = new { body = Article, publishedAt = "2023-02-07" }, languages = new[] { "ru" } });

        var (code, output, _) = await LabelsProcess.RunAsync(request, "check", "-");

        Assert.Equal(1, code);
        Assert.Contains("реестр", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Checks_a_file_of_requests_line_by_line()
    {
        var folder = Directory.CreateTempSubdirectory("labels-ndjson-");
        var (input, output) = (Path.Combine(folder.FullName, "in.ndjson"), Path.Combine(folder.FullName, "out.ndjson"));
        await File.WriteAllTextAsync(input, "{\"article\":{\"body\":\"Ice leaves the bay\"}}\n\n{\"article\":{}}\nnot json\n", TestContext.Current.CancellationToken);

        var (code, _, _) = await LabelsProcess.RunAsync(null, "check", "--ndjson", input, "--out", output);

        var lines = (await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken)).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(1, code);
        Assert.Equal([1, 3, 4], lines.Select(l => l.GetProperty("line").GetInt32()));
        Assert.Equal("compliant", lines[0].GetProperty("verdict").GetString());
        Assert.All(lines[1..], l => Assert.NotEmpty(l.GetProperty("error").GetProperty("code").GetString()!));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("check", "no-such-file.txt")]
    [InlineData("check")]
    [InlineData("check", "-", "--as-of", "2023-02-30")]
    [InlineData("check", "-", "--output", "pdf")]
    [InlineData("check", "-", "--rules", "no-such-folder")]
    [InlineData("chek", "-")]
    [InlineData("check", "")]
    [InlineData("check", "-", "--ndjson", "requests.ndjson")]
    [InlineData("check", "-", "--out", "answers.ndjson")]
    [InlineData("check", "--ndjson", "")]
    public async Task Exits_with_2_and_a_reason_on_wrong_usage(params string[] arguments)
    {
        var (code, _, error) = await LabelsProcess.RunAsync(Article, arguments);

        Assert.Equal(2, code);
        Assert.NotEmpty(error.Trim());
        Assert.DoesNotContain("Unhandled", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_requests_when_the_answers_would_overwrite_them()
    {
        var folder = Directory.CreateTempSubdirectory("labels-ndjson-");
        var file = Path.Combine(folder.FullName, "in.ndjson");
        await File.WriteAllTextAsync(file, "{\"article\":{\"body\":\"a\"}}\n", TestContext.Current.CancellationToken);

        var (code, _, error) = await LabelsProcess.RunAsync(null, "check", "--ndjson", file, "--out", file);

        Assert.Equal(2, code);
        Assert.Contains("a file of their own", error, StringComparison.Ordinal);
        Assert.NotEmpty(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        folder.Delete(recursive: true);
    }
}
