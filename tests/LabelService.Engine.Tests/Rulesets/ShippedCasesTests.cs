using LabelService.Engine.Checking;

namespace LabelService.Engine.Tests.Rulesets;

public sealed class ShippedCasesTests
{
    private static readonly Lazy<CaseReport> Report = new(() => CaseRunner.Run(ShippedRules.Files(), ShippedRules.Settings));

    public static TheoryData<string, string> Cases => [.. Report.Value.Results.Select(r => new TheoryDataRow<string, string>(r.Rule, r.Case))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Passes_the_case(string rule, string name) =>
        Assert.Empty(Report.Value.Results.Single(r => r.Rule == rule && r.Case == name).Problems);

    [Fact]
    public void Shows_each_rule_at_least_twice_speaking_and_twice_silent() => Assert.Empty(
        Report.Value.Results.GroupBy(r => r.Rule, StringComparer.Ordinal)
            .Where(g => g.Count(r => r.Fired) < 2 || g.Count(r => !r.Fired) < 2)
            .Select(g => $"{g.Key} speaks in {g.Count(r => r.Fired)} and is silent in {g.Count(r => !r.Fired)}"));

    [Fact]
    public void Exercises_every_rule_and_condition_both_ways()
    {
        Assert.Empty(Report.Value.Errors);
        Assert.Empty(Report.Value.Gaps.Select(g => g.ToString()));
        Assert.True(Report.Value.Passed);
    }
}
