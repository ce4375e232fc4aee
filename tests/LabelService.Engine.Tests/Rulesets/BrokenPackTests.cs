using LabelService.Engine.Checking;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Rulesets;

/// <summary>A pack that has no usable version must not pass for one that asks for nothing.</summary>
public sealed class BrokenPackTests
{
    private const string Other = "packs/z-other/pack.yaml";
    private const string UnknownScale = "require: [{ age: { scale: no-such-scale, value: 18+ } }]";

    [Theory]
    [InlineData("RU")]
    [InlineData("any")]
    public void Leaves_to_a_moderator_what_a_lost_pack_would_have_asked(string jurisdiction)
    {
        var report = Check(SomeRules.Build(Broken($"jurisdiction: {jurisdiction}")).Ruleset!, "RU");

        Assert.Equal((Verdict.NeedsReview, Coverage.Partial, true), (report.Verdict, report.Coverage, report.IsIncomplete));
        var notice = Assert.Single(report.Notices);
        Assert.Equal("pack-broken", notice.Code);
        Assert.Contains("z-other", notice.Message, StringComparison.Ordinal);
        Assert.Contains($"Mend {Other}", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_it_in_Russian_of_a_Russian_article()
    {
        var report = Check(SomeRules.Build(Broken()).Ruleset!, "RU", "Мост открыли в понедельник, и по нему пошли поезда.");

        Assert.Contains("В пакете z-other есть ошибки", Assert.Single(report.Notices).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stays_silent_about_a_lost_pack_of_a_jurisdiction_that_nobody_asked_about()
    {
        var report = Check(SomeRules.Build(Broken("jurisdiction: DE")).Ruleset!, "RU");

        Assert.Equal((Verdict.Compliant, Coverage.Full), (report.Verdict, report.Coverage));
        Assert.Empty(report.Notices);
    }

    [Theory]
    [InlineData("pack: [")]
    [InlineData("pack: z-other\nversion: 1\njurisdiction: GERMANY\ntitle: { en: Other }\nrules: []\n")]
    [InlineData("pack: z-other\nversion: 1\ntitle: { en: Other }\nrules: []\n")]
    public void Counts_for_every_jurisdiction_where_its_file_does_not_say_which(string text)
    {
        var files = SomeRules.Files();
        files[Other] = text;

        Assert.Equal(Verdict.NeedsReview, Check(SomeRules.Build(files).Ruleset!, "RU").Verdict);
    }

    [Fact]
    public void Counts_a_pack_whose_file_could_not_be_read()
    {
        var unread = new RuleFileError(Other, 1, 1, "not-utf8", "The file is not UTF-8.");

        var result = RulesetBuilder.Build(SomeRules.Files(), SomeRules.Settings, unread: [unread]);

        Assert.Equal([unread], result.Errors);
        Assert.Equal(Verdict.NeedsReview, Check(result.Ruleset!, "RU").Verdict);
    }

    [Fact]
    public void Keeps_all_that_a_file_said_before_it_could_not_be_read()
    {
        var files = SomeRules.Files(newsroom: "rules: { test.rule: off }\n");
        files[Other] = Second();
        var good = SomeRules.Build(files).Ruleset!;
        string[] lost = [Other, SomeRules.RegisterFile, "newsroom.yaml"];
        lost.ToList().ForEach(f => files.Remove(f));

        var kept = RulesetBuilder.Build(files, SomeRules.Settings, good, [.. lost.Select(f => new RuleFileError(f, 1, 1, "unreadable", "The file cannot be read."))]);

        Assert.Equal(["newsroom.yaml", "test-register", "z-other"], kept.Kept.Order(StringComparer.Ordinal));
        Assert.Equal(3, kept.Errors.Length);
        Assert.Equal(good.Rules.Select(r => r.Id), kept.Ruleset!.Rules.Select(r => r.Id));
    }

    [Fact]
    public void Tells_of_what_serves_in_its_last_good_state()
    {
        var files = SomeRules.Files();
        files[Other] = Second();
        var good = SomeRules.Build(files).Ruleset!;
        files[Other] = Second(UnknownScale);
        files[SomeRules.RegisterFile] += "\ntest:wave,ship,Волна,,,,2022-03-01,";

        var kept = SomeRules.Build(files, good).Ruleset!;
        var report = Check(kept, "RU");

        Assert.Equal((Verdict.Compliant, Coverage.Full, false), (report.Verdict, report.Coverage, report.IsIncomplete));
        Assert.Equal(["pack-kept", "registry-kept"], report.Notices.Select(n => n.Code));
        Assert.Contains("version 1", report.Notices[0].Message, StringComparison.Ordinal);
        Assert.NotEqual(good.Version, kept.Version);
        Assert.Equal(kept.Version, SomeRules.Build(files, kept).Ruleset!.Version);
    }

    [Fact]
    public void Takes_a_lost_pack_for_part_of_the_version()
    {
        var lost = SomeRules.Build(Broken()).Ruleset!;
        var mended = SomeRules.Build(With(Second()), lost).Ruleset!;

        Assert.Equal(SomeRules.Build(Broken()).Ruleset!.Version, lost.Version);
        Assert.NotEqual(SomeRules.Build(SomeRules.Files()).Ruleset!.Version, lost.Version);
        Assert.Equal(SomeRules.Build(With(Second())).Ruleset!.Version, mended.Version);
        Assert.Empty(Check(mended, "RU").Notices);
    }

    [Fact]
    public void Lets_a_newsroom_do_without_a_pack_that_is_broken()
    {
        var files = Broken();
        files["newsroom.yaml"] = "packs: { z-other: off }\nrules: { other.rule: off }\n";

        var result = SomeRules.Build(files);

        Assert.DoesNotContain(result.Errors, e => e.File == "newsroom.yaml");
        Assert.Equal(Verdict.Compliant, Check(result.Ruleset!, "RU").Verdict);
    }

    [Fact]
    public void Loads_nothing_where_no_pack_could_be_loaded()
    {
        var broken = SomeRules.Build(SomeRules.Files(SomeRules.Pack(UnknownScale)));
        var without = SomeRules.Files();
        without.Remove(SomeRules.PackFile);

        Assert.Null(broken.Ruleset);
        Assert.NotNull(SomeRules.Build(without).Ruleset);
    }

    private static CheckReport Check(Ruleset ruleset, string jurisdiction, string body = "The bridge was opened on Monday.") => ArticleChecker.Check(
        new CheckRequest { Article = new Article { Body = body }, Jurisdictions = [jurisdiction] }, new AskedDay(new DateOnly(2026, 11, 20), DayOrigin.Request), ruleset, Exceptions.None);

    private static string Second(params string[] lines) => SomeRules.Pack(["pack: z-other", "notices: []", "ageScales: []", "id: other.rule", .. lines]);

    private static Dictionary<string, string> Broken(params string[] lines) => With(Second([UnknownScale, .. lines]));

    private static Dictionary<string, string> With(string second)
    {
        var files = SomeRules.Files();
        files[Other] = second;
        return files;
    }
}
