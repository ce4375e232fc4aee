using LabelService.Engine.Model;
using LabelService.Workflow.Evaluation;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Evaluation;

public sealed class EvaluatorTests
{
    [Fact]
    public async Task Measures_mentions_by_language_and_difficulty()
    {
        var report = await RunAsync(GoldSet.Mentions, "mentions.jsonl");

        Assert.Equal(["ALL", "corpus:invented", "easy", "hard", "lang:en", "lang:ru"], report.Groups.Select(g => g.Name));
        Assert.Equal(new Tally(3, 0, 0, 3, 0), report.Groups[0].Value);
        Assert.Equal(1, report.F1);
        Assert.True(Group(report, "lang:en").IsNegative);
        Assert.Equal(("full", new Hits(3, 3)), Assert.Single(report.Kinds.Select(k => (k.Name, k.Value))));
        Assert.Empty(report.Worst);
    }

    [Fact]
    public async Task Measures_forms_and_the_names_of_others_apart()
    {
        var report = await RunAsync(GoldSet.Inflection, "inflection.tsv");

        Assert.Equal(new Tally(1, 0, 0, 1, 0), Group(report, "POS"));
        Assert.Equal(new Tally(1, 0, 0, 1, 0), Group(report, "case тв"));
        Assert.Equal(new Tally(0, 0, 0, 1, 0), Group(report, "NEG other given name"));
    }

    [Fact]
    public async Task Measures_disguises_by_technique_and_tier()
    {
        var report = await RunAsync(GoldSet.Evasion, "evasion.jsonl");

        Assert.Equal("tier:core", report.Groups[1].Name);
        Assert.Equal(new Tally(1, 0, 0, 1, 0), Group(report, "soft-hyphen"));
        Assert.Equal(new Tally(0, 0, 0, 1, 0), Group(report, "control"));
    }

    [Fact]
    public async Task Measures_what_notices_say()
    {
        var report = await RunAsync(GoldSet.Notices, "notices.jsonl");

        var all = report.Notices[0].Value;
        Assert.Equal(new Tally(2, 0, 0, 2, 0), all.Notices);
        Assert.Equal((new Hits(2, 2), new Hits(2, 2), new Hits(1, 1), new Hits(1, 1)), (all.Agents, all.AgeMark, all.Source, all.NoSource));
    }

    [Fact]
    public async Task Tells_of_texts_that_cannot_be_read_and_goes_on()
    {
        var told = new List<string>();
        var texts = GoldFile.ReadAsync(GoldSet.Mentions, Project.Gold("mentions.jsonl"), TestContext.Current.CancellationToken);

        var report = await new Evaluator(_ => throw new CheckRefusedException("invalid", "$.article.body", "too deep"), (id, refusal) => told.Add($"{id} {refusal.Code}"))
            .RunAsync(GoldSet.Mentions, texts, worst: 0);

        Assert.NotEmpty(told);
        Assert.All(told, t => Assert.EndsWith(" invalid", t, StringComparison.Ordinal));
        Assert.Equal(0, report.Groups[0].Value.Right);
    }

    [Fact]
    public async Task Shows_the_worst_with_the_text_around()
    {
        var texts = GoldFile.ReadAsync(GoldSet.Mentions, Project.Gold("mentions.jsonl"), TestContext.Current.CancellationToken);
        var report = await new Evaluator(Some.Nothing).RunAsync(GoldSet.Mentions, texts, worst: 2);

        Assert.Equal(3, report.Mistakes);
        Assert.Equal(2, report.Worst.Length);
        Assert.Equal(MistakeKind.Missed, report.Worst[0].Kind);
        Assert.Equal("Порт открыла [Вера Павловна Снегирёва]. С Верой Снегирёвой говорил Павел Снеги", report.Worst[0].Context);
        Assert.Equal(0, report.F1);
    }

    [Theory]
    [InlineData("Mentions", "{\"id\":\"m1\"}", "line 1: needs \"id\", \"text\" and \"gold\"")]
    [InlineData("Evasion", "\nno json", "line 2: is not a line of the set evasion")]
    [InlineData("Inflection", "id\tlabel\n", "line 1: has no column 'kind'")]
    public async Task Says_which_line_is_wrong(string set, string content, string message)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, content);

        var error = await Assert.ThrowsAsync<GoldFormatException>(async () =>
        {
            await foreach (var _ in GoldFile.ReadAsync(Enum.Parse<GoldSet>(set), file, TestContext.Current.CancellationToken))
            {
            }
        });

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static Task<EvaluationReport> RunAsync(GoldSet set, string file) =>
        new Evaluator(Project.Matcher.Match).RunAsync(set, GoldFile.ReadAsync(set, Project.Gold(file), TestContext.Current.CancellationToken), worst: 20);

    private static Tally Group(EvaluationReport report, string name) => report.Groups.Single(g => g.Name == name).Value;
}
