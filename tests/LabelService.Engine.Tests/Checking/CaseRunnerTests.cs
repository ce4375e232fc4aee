using LabelService.Engine.Checking;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Checking;

/// <summary>What the cases of a rule must show before the rule counts as proven.</summary>
public sealed class CaseRunnerTests
{
    private const string CaseFile = "packs/test-pack/cases.yaml";

    [Theory]
    [InlineData(2, 2, null)]
    [InlineData(2, 1, "fires in 2 cases and is silent in 1 case; write at least 2 of each in packs/test-pack/cases.yaml")]
    [InlineData(1, 2, "fires in 1 case and is silent in 2 cases")]
    [InlineData(3, 0, "fires in 3 cases and is silent in no case")]
    [InlineData(0, 2, "fires in no case")]
    public void Wants_two_cases_each_way(int fires, int silent, string? words)
    {
        var gaps = Run("when: { kind: opinion }", fires, silent).Gaps.Where(g => g.Code == "too-few-cases");

        Assert.Equal(words is null ? 0 : 1, gaps.Count());
        Assert.All(gaps, g => Assert.Contains(words!, g.Message, StringComparison.Ordinal));
        Assert.All(gaps, g => Assert.Equal(8, g.Line));
    }

    [Fact]
    public void Wants_no_silent_case_of_a_rule_that_always_holds() => Assert.Empty(Run("when: { always: true }", 2, 0).Gaps);

    [Fact]
    public void Counts_how_often_each_condition_held()
    {
        var report = Run("when: { all: [{ kind: opinion }, { not: { section: [world] } }] }", 3, 2);

        Assert.Equal([("test.rule", 3, 2), ("test.rule", 3, 2), ("test.rule", 0, 5)], report.Conditions.Select(c => (c.Rule, c.Held, c.Failed)));
        Assert.Equal((8, 12), (report.Conditions[0].Position.Line, report.Conditions[1].Position.Line));
        Assert.Contains(report.Gaps, g => g.Code == "condition-not-exercised" && g.Message.Contains("holding; add one in which it does", StringComparison.Ordinal));
    }

    [Fact]
    public void Answers_alike_where_a_ruleset_is_taken_over()
    {
        var files = Files("when: { kind: opinion }", 2, 2);
        var inForce = SomeRules.Build(files).Ruleset;

        Assert.Equivalent(CaseRunner.Run(files, SomeRules.Settings), CaseRunner.Run(files, SomeRules.Settings, inForce: inForce), strict: true);
    }

    private static CaseReport Run(string when, int fires, int silent) => CaseRunner.Run(Files(when, fires, silent), SomeRules.Settings);

    private static Dictionary<string, string> Files(string when, int fires, int silent)
    {
        var files = SomeRules.Files(SomeRules.Pack(when));
        var cases = Enumerable.Range(0, fires).Select(i => $"  - {{ name: fires {i}, article: {{ kind: opinion, body: The bridge was opened. }}, expect: {{ verdict: compliant }} }}\n")
            .Concat(Enumerable.Range(0, silent).Select(i => $"  - {{ name: silent {i}, article: {{ kind: news, body: The bridge was opened. }}, expectNothing: true }}\n"));
        files[CaseFile] = $"cases:\n{string.Concat(cases)}";
        return files;
    }
}
