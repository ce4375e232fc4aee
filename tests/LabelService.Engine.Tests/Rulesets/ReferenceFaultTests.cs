using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Rulesets;

/// <summary>Faults between packs, and what stays in use where one is broken.</summary>
public sealed class ReferenceFaultTests
{
    private const string Other = "packs/z-other/pack.yaml";

    [Fact]
    public void Reports_an_id_that_another_pack_has_taken()
    {
        var pack = SomeRules.Pack("pack: z-other", "notices: []", "ageScales: []").Replace("- id:", "- ‸id:", StringComparison.Ordinal);
        var fault = Fault.In(Other, pack);

        fault.IsReportedBy(Build(fault.Text).Errors, "duplicate-id", "the rule 'test.rule' is also in the pack 'test-pack'|used once");
    }

    [Fact]
    public void Reports_a_copied_folder_whose_pack_was_renamed_only_inside()
    {
        var result = Build(SomeRules.Pack("pack: mine"));

        Assert.Contains(result.Errors, e => e is { File: Other, Code: "pack-id" });
        Assert.Contains(result.Errors, e => e is { File: Other, Code: "duplicate-id" });
        Assert.Equal(["test-pack@1"], result.Ruleset!.Reference.Packs);
    }

    [Fact]
    public void Reports_what_rests_on_a_broken_pack()
    {
        var files = SomeRules.Files(SomeRules.Pack("version: 2026 11"));
        var fault = Fault.In(Other, SomeRules.Pack("pack: z-other", "notices: []", "ageScales: []", "id: other.rule", "when: { rule: ‸test.rule }"));
        files[Other] = fault.Text;

        var errors = SomeRules.Build(files).Errors.Where(e => e.File == Other).ToList();

        fault.IsReportedBy(errors, "depends-on-broken", "the rule 'test.rule' is in the pack 'test-pack', which has errors; mend that pack first");
    }

    [Theory]
    [InlineData(SomeRules.PackFile, "pack: [", "test-pack")]
    [InlineData(SomeRules.RegisterFile, "id,kind\n", "test-register")]
    [InlineData("newsroom.yaml", "rules: { nobody: off }", "newsroom.yaml")]
    public void Keeps_the_last_good_state_of_what_is_broken(string file, string broken, string kept)
    {
        var good = SomeRules.Build(SomeRules.Files(newsroom: "rules: { test.rule: shadow }"));
        var files = SomeRules.Files(newsroom: "rules: { test.rule: shadow }");
        files[file] = broken;

        var result = SomeRules.Build(files, good.Ruleset);

        Assert.NotEmpty(result.Errors);
        Assert.Equal([kept], result.Kept);
        Assert.Equal(good.Ruleset!.Rules.Select(r => (r.Id, r.Status)), result.Ruleset!.Rules.Select(r => (r.Id, r.Status)));
    }

    [Theory]
    [InlineData(SomeRules.PackFile, "pack: [")]
    [InlineData(SomeRules.RegisterFile, "id,kind\n")]
    public void Has_a_version_of_its_own_while_something_is_broken_for_answers_say_so(string file, string broken)
    {
        var good = SomeRules.Build(SomeRules.Files()).Ruleset!;
        var files = SomeRules.Files();
        files[file] = broken;

        var kept = SomeRules.Build(files, good).Ruleset!;
        var again = SomeRules.Build(files, kept).Ruleset!;
        var mended = SomeRules.Build(SomeRules.Files(), again).Ruleset!;

        Assert.NotEqual(good.Version, kept.Version);
        Assert.Equal(kept.Version, again.Version);
        Assert.Equal(good.Version, mended.Version);
    }

    [Fact]
    public void Makes_no_ruleset_of_nothing() => Assert.Null(SomeRules.Build([]).Ruleset);

    private static LabelService.Engine.Rulesets.RulesetResult Build(string other)
    {
        var files = SomeRules.Files();
        files[Other] = other;
        return SomeRules.Build(files);
    }
}
