using System.Text.Json;

namespace LabelService.Cli.Tests;

public sealed class MatchCommandTests
{
    private const string Registry = "[{\"id\":\"P1\",\"kind\":\"person\",\"name\":\"Вера Павловна Снегирёва\"}]";

    [Fact]
    public async Task Finds_the_names_that_a_line_brings()
    {
        var (code, output, _) = await LabelsProcess.RunAsync(
            $$"""{"id":"a","lang":"ru","text":"Речь Веры Павловны Снегирёвой.","registry":{{Registry}}}""", "match");

        var answer = Json(output);
        var match = Assert.Single(answer.GetProperty("matches").EnumerateArray());
        Assert.Equal(0, code);
        Assert.Equal("a", answer.GetProperty("id").GetString());
        Assert.Equal(("P1", 5, 29), (match.GetProperty("entityId").GetString(), match.GetProperty("start").GetInt32(), match.GetProperty("end").GetInt32()));
        Assert.Equal("certain", match.GetProperty("certainty").GetString());
        Assert.NotEmpty(match.GetProperty("why").GetString()!);
    }

    [Fact]
    public async Task Finds_the_loaded_names_the_notice_the_mark_and_the_source_without_a_registry()
    {
        const string text = "Лёд сошёл\\n\\nНастоящий материал (информация) произведен, распространен и (или) направлен иностранным агентом Снегирёвой Верой Павловной"
            + " либо касается деятельности иностранного агента Снегирёвой Веры Павловны. 18+\\n\\nПорт открыт.\\n\\nИсточник: Росбалт";

        var (code, output, _) = await LabelsProcess.RunAsync($$"""{"id":"b","lang":"ru","text":"{{text}}"}""", "match");

        var answer = Json(output);
        Assert.Equal(0, code);
        Assert.Contains(answer.GetProperty("matches").EnumerateArray(), m => m.GetProperty("entityId").GetString() == "ru-fa:rs-balt");
        Assert.Equal("Снегирёва Вера Павловна", Assert.Single(answer.GetProperty("notices").EnumerateArray()).GetProperty("agentName").GetString());
        Assert.Equal(("18+", "Росбалт"), (answer.GetProperty("ageRating").GetString(), answer.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task Gives_near_misses_when_asked()
    {
        var line = $$"""{"id":"c","lang":"ru","text":"Пришла Ольга Петровна Снегирёва.","registry":{{Registry}}}""";

        var (_, asked, _) = await LabelsProcess.RunAsync(line, "match", "--near-misses");
        var (_, plain, _) = await LabelsProcess.RunAsync(line, "match");

        var near = Assert.Single(Json(asked).GetProperty("nearMisses").EnumerateArray());
        Assert.Equal("rejected", near.GetProperty("certainty").GetString());
        Assert.Empty(Json(plain).GetProperty("matches").EnumerateArray());
        Assert.False(Json(plain).TryGetProperty("nearMisses", out _));
    }

    [Fact]
    public async Task Says_why_a_text_cannot_be_read_and_goes_on()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 600));

        var (code, output, _) = await LabelsProcess.RunAsync($"{{\"id\":\"a\",\"text\":\"{deep}Порт</b>\"}}\n{{\"id\":\"b\",\"text\":\"Лёд сошёл.\"}}", "match");

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, code);
        Assert.Equal("invalid", Json(lines[0]).GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("b", Json(lines[1]).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Answers_up_to_a_broken_line_and_exits_with_2()
    {
        var (code, output, error) = await LabelsProcess.RunAsync("{\"id\":\"a\",\"text\":\"Порт открыт.\"}\n\nno json\n{\"id\":\"b\",\"text\":\"Лёд сошёл.\"}", "match");

        Assert.Equal(2, code);
        Assert.Equal("a", Json(output).GetProperty("id").GetString());
        Assert.Contains("line 3", error, StringComparison.Ordinal);
    }

    private static JsonElement Json(string output) => JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
}
