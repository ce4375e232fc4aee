using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Rulesets;

/// <summary>What stays as it was is taken over, and what comes of it is the same as if all were read anew.</summary>
public sealed class RulesetReuseTests
{
    private const string Other = "packs/z-other/pack.yaml";

    [Fact]
    public void Keeps_what_did_not_change()
    {
        var before = SomeRules.Build(Files()).Ruleset!;
        var changed = Files();
        changed[Other] = changed[Other].Replace("version: 1", "version: 2", StringComparison.Ordinal);

        var after = SomeRules.Build(changed, before).Ruleset!;

        Assert.Same(before.PacksAsRead[0], after.PacksAsRead[0]);
        Assert.NotSame(before.PacksAsRead[1], after.PacksAsRead[1]);
        Assert.Same(before.Index.Names, after.Index.Names);
        Assert.Equal("2", after.PacksAsRead[1].Version);
        Assert.Equal(SomeRules.Build(changed).Ruleset!.Version, after.Version);
    }

    [Fact]
    public void Reads_names_anew_where_a_registry_changed()
    {
        var before = SomeRules.Build(Files()).Ruleset!;
        var changed = Files();
        changed[SomeRules.RegisterFile] += "\ntest:wave,media,Издание «Волна»,,,,2022-03-01,";

        var after = SomeRules.Build(changed, before).Ruleset!;

        Assert.NotSame(before.Index.Names, after.Index.Names);
        Assert.Equal(3, after.Registries["test-register"].Entities.Length);
    }

    [Fact]
    public void Repeats_the_warnings_of_packs_that_it_takes_over()
    {
        var files = Files();
        files[Other] = files[Other].Replace("    cases: cases.yaml\n", "", StringComparison.Ordinal);
        var first = SomeRules.Build(files);

        Assert.Contains(first.Warnings, w => w.Code == "no-cases");
        Assert.Equal(first.Warnings, SomeRules.Build(files, first.Ruleset).Warnings);
    }

    [Fact]
    public void Reads_a_broken_file_again_until_it_is_mended()
    {
        var good = SomeRules.Build(Files()).Ruleset!;
        var broken = Files();
        broken[Other] = broken[Other].Replace("status: on", "status: maybe", StringComparison.Ordinal);

        var kept = SomeRules.Build(broken, good);
        var still = SomeRules.Build(broken, kept.Ruleset);
        var mended = SomeRules.Build(Files(), still.Ruleset);

        Assert.Equal(kept.Errors, still.Errors);
        Assert.NotEmpty(still.Errors);
        Assert.Empty(mended.Errors);
        Assert.Equal(good.Version, mended.Ruleset!.Version);
    }

    [Fact]
    public void Builds_a_candidate_beside_the_rules_in_force()
    {
        var inForce = SomeRules.Build(Files()).Ruleset!;
        var changed = Files();
        changed.Remove(Other);
        changed["packs/z-new/pack.yaml"] = Files()[Other].Replace("z-other", "z-new", StringComparison.Ordinal);

        var candidate = SomeRules.Build(changed, inForce);

        Assert.Empty(candidate.Errors);
        Assert.Equal(["test-pack", "z-new"], candidate.Ruleset!.Packs.Select(p => p.Id));
        Assert.Same(inForce.PacksAsRead[0], candidate.Ruleset.PacksAsRead[0]);
        Assert.Equal(["test-pack", "z-other"], inForce.Packs.Select(p => p.Id));
    }

    private static Dictionary<string, string> Files()
    {
        var files = SomeRules.Files();
        files[Other] = SomeRules.Pack("pack: z-other", "notices: []", "ageScales: []", "id: other.rule");
        return files;
    }
}
