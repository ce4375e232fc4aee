using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Rulesets;

/// <summary>Every designed error of <c>newsroom.yaml</c>.</summary>
public sealed class NewsroomFaultTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "shape", "‸- packs", "a list stands here|mapping" },
        { "unknown-key", "‸pack: { test-pack: off }", "did you mean 'packs'?" },
        { "shape", "packs: ‸[test-pack]", "'packs' is a list|one line for each pack" },
        { "unknown-pack", "packs: { ‸test-pak: off }", "there is no pack 'test-pak'; did you mean 'test-pack'?" },
        { "switch", "packs: { test-pack: ‸shadow }", "'test-pack' is 'shadow'; write on or off" },
        { "switch", "packs: { test-pack: ‸}", "'test-pack' is nothing; write on or off" },
        { "unknown-rule", "rules: { ‸test.rul: off }", "there is no rule 'test.rul'; did you mean 'test.rule'?" },
        { "switch", "rules: { test.rule: ‸never }", "'test.rule' is 'never'; write on, shadow or off" },
        { "unknown-rule", "outcomes: { ‸other: { age: off } }", "there is no rule 'other'" },
        { "shape", "outcomes: { test.rule: ‸off }", "'test.rule' is 'off'|{ age: off }" },
        { "unknown-key", "outcomes: { test.rule: { ‸ages: off } }", "an outcome has no key 'ages'; did you mean 'age'?" },
        { "switch", "outcomes: { test.rule: { age: ‸18+ } }", "'age' is '18+'; write on or off" },
        { "unknown-word", "outcomes: { test.rule: { flag: ‸warn } }", "'flag' is 'warn'|track, block, suggest|off" },
        { "unknown-word", "outcomes: { test.rule: { placement: ‸top } }", "'placement' is 'top'|before-title" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Reports_where_and_what_would_be_right(string code, string yaml, string words)
    {
        var fault = Fault.In("newsroom.yaml", yaml);
        fault.IsReportedBy(SomeRules.Build(SomeRules.Files(newsroom: fault.Text)).Errors, code, words);
    }

    [Theory]
    [InlineData("packs: { test-pack: off }", 0, "")]
    [InlineData("rules: { test.rule: off }", 0, "")]
    [InlineData("rules: { test.rule: shadow }", 1, "Shadow track")]
    [InlineData("outcomes: { test.rule: { flag: off } }", 1, "On ")]
    [InlineData("outcomes: { test.rule: { flag: block } }", 1, "On block")]
    [InlineData("# nothing is switched\n", 1, "On track")]
    public void Switches_packs_rules_and_outcomes(string yaml, int rules, string state)
    {
        var result = SomeRules.Build(SomeRules.Files(newsroom: yaml));

        Assert.Empty(result.Errors);
        Assert.Equal(rules, result.Ruleset!.Rules.Length);
        Assert.Equal(state, string.Concat(result.Ruleset.Rules.Select(r => $"{r.Status} {string.Join(' ', r.Require.Select(Show))}")));
    }

    private static string Show(LabelService.Engine.Packs.Requirement requirement) =>
        ((LabelService.Engine.Packs.FlagRequirement)requirement).Action.ToString().ToLowerInvariant();
}
