using LabelService.Workflow.Evaluation;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Evaluation;

/// <summary>What the matcher must reach on the gold texts of <c>../shared</c>, pending and certain finds counted.</summary>
public sealed class CorpusTargetsTests
{
    [Fact]
    public async Task Finds_the_mentions_of_russian_news()
    {
        var report = await RunAsync(GoldSet.Mentions, "mentions-dev.jsonl");

        Assert.InRange(report.F1, 0.97, 1);
        Assert.InRange(report.Groups[0].Value.Precision, 0.985, 1);
    }

    [Fact]
    public async Task Finds_inflected_names_and_accuses_no_namesake()
    {
        var report = await RunAsync(GoldSet.Inflection, "inflection-dev.tsv");

        Assert.InRange(report.Groups.Single(g => g.Name == "POS lang:ru").Value.Recall, 0.96, 1);
        Assert.InRange(report.Groups.Single(g => g.Name == "NEG").Value.AccusingShare, 0, 0.03);
        Assert.Equal(0, report.Certain.Single(g => g.Name == "NEG").Value.Accusing);
    }

    [Fact]
    public async Task Reads_through_disguise()
    {
        var report = await RunAsync(GoldSet.Evasion, "evasion-dev.jsonl");

        Assert.InRange(report.Groups.Single(g => g.Name == "tier:core").Value.F1, 0.97, 1);
        Assert.InRange(report.Groups.Single(g => g.Name == "tier:stretch").Value.Recall, 0.7, 1);
        Assert.Equal(0, report.Groups.Single(g => g.Name == "tier:control").Value.Accusing);
    }

    [Fact]
    public async Task Reads_the_notices_that_articles_carry()
    {
        var report = await RunAsync(GoldSet.Notices, "notices-dev.jsonl");
        var all = report.Notices[0].Value;

        Assert.InRange(report.F1, 0.95, 1);
        Assert.InRange(all.Agents.Share, 0.9, 1);
        Assert.InRange(all.AgeMark.Share, 0.98, 1);
        Assert.InRange(all.Source.Share, 0.9, 1);
    }

    private static Task<EvaluationReport> RunAsync(GoldSet set, string file) => new Evaluator(Project.Matcher.Match)
        .RunAsync(set, GoldFile.ReadAsync(set, Project.Shared("corpora/" + file), TestContext.Current.CancellationToken), worst: 0);
}
