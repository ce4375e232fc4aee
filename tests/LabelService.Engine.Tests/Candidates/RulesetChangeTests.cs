using LabelService.Engine.Candidates;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Candidates;

public sealed class RulesetChangeTests
{
    private const string Header = "id,kind,name,name_en,aliases,domains,listed_from,listed_until\n";
    private const string Herald = "test:herald,media,Северный вестник,Northern Herald,,herald.example,2021-10-15,2027-08-25\n";
    private const string Frost = "test:frost,media,Мороз,Frost Daily,,frost.example,2022-03-01,\n";
    private static readonly DateOnly Day = new(2026, 11, 29);

    [Fact]
    public void Finds_nothing_where_nothing_that_decides_has_changed()
    {
        var pack = SomeRules.Pack("version: 2", "title: { en: Another title }");

        Assert.True(Between(SomeRules.Files(), SomeRules.Files(pack)).IsEmpty);
        Assert.True(Between(SomeRules.Files(), SomeRules.Files(note: "title: { en: Test register }\njurisdiction: RU\nretrieved: 2026-11-28\nfreshForDays: 3\n")).IsEmpty);
        Assert.True(Between(SomeRules.Files(), SomeRules.Files(pack.Replace("status: on", "status: on # a remark\n    note: Read again.", StringComparison.Ordinal))).IsEmpty);
    }

    [Theory]
    [InlineData(Herald, Herald + Frost, "added test:frost")]
    [InlineData(Herald + Frost, Herald, "ended test:frost")]
    [InlineData(Herald + Frost, Frost + Herald, "")]
    [InlineData(Frost, "test:frost,media,Мороз,Frost Daily,,frost.example,2022-03-01,2026-11-01\n", "ended test:frost")]
    [InlineData(Frost, "test:frost,media,Мороз,Frost Daily,,frost.example,2022-04-01,\n", "changed test:frost")]
    [InlineData(Frost, "test:frost,media,Иней,Frost Daily,,frost.example,2022-03-01,\n", "changed test:frost")]
    [InlineData(Frost, "test:frost,media,Мороз,Frost Daily,Морозец,frost.example,2022-03-01,\n", "changed test:frost")]
    [InlineData(Frost, "test:frost,media,Мороз,Frost Daily,,rime.example,2022-03-01,\n", "changed test:frost")]
    [InlineData(Frost, "test:frost,organisation,Мороз,Frost Daily,,frost.example,2022-03-01,\n", "changed test:frost")]
    public void Tells_what_happened_to_entities(string before, string after, string happened)
    {
        var change = Between(SomeRules.Files(register: Header + before), SomeRules.Files(register: Header + after));

        Assert.Equal(happened, string.Join(' ', change.Added.Concat(change.Ended).Concat(change.Changed).Select(e => $"{e.Kind} {e.Entity}".ToLowerInvariant())));
        Assert.Empty(change.Whole);
    }

    [Theory]
    [InlineData("2027-08-24", "2027-08-25", "test:herald ended")]
    [InlineData("2027-08-23", "2027-08-24", "")]
    [InlineData("2027-08-25", "2027-08-26", "")]
    [InlineData("2022-02-27", "2022-03-02", "test:frost changed")]
    [InlineData("2022-03-01", "2022-02-28", "test:frost changed")]
    public void Tells_whose_day_has_come(string before, string after, string happened)
    {
        var ruleset = SomeRules.Build(SomeRules.Files(register: Header + Herald + Frost)).Ruleset!;

        var change = RulesetChange.Between(ruleset, DateOnly.Parse(before, null), ruleset, DateOnly.Parse(after, null));

        Assert.Equal(happened, string.Join(' ', change.Ended.Concat(change.Changed).Select(e => $"{e.Entity} {e.Kind}".Replace("Ended", "ended").Replace("Changed", "changed"))));
    }

    [Theory]
    [InlineData("when: { section: sport }", "changed")]
    [InlineData("status: shadow", "removed")]
    [InlineData("require: [{ flag: { action: block, why: { en: worth knowing, ru: стоит знать } } }]", "changed")]
    public void Tells_what_happened_to_rules(string line, string happened)
    {
        var change = Between(SomeRules.Files(), SomeRules.Files(SomeRules.Pack(line)));

        Assert.Equal($"test.rule {happened}", string.Join(' ', change.Rules.Select(r => $"{r.Id} {r.Kind}".ToLowerInvariant())));
        Assert.Empty(change.Whole);
    }

    [Fact]
    public void Tells_which_rules_have_days_that_came()
    {
        var pack = SomeRules.Pack("basis: [{ act: Invented act }]").Replace("status: on", "status: on\n    effective: { from: 2026-12-01, until: 2027-01-01 }", StringComparison.Ordinal);
        var ruleset = SomeRules.Build(SomeRules.Files(pack)).Ruleset!;

        Assert.Equal(RuleChangeKind.Dated, Assert.Single(RulesetChange.Between(ruleset, new DateOnly(2026, 11, 30), ruleset, new DateOnly(2026, 12, 1)).Rules).Kind);
        Assert.True(RulesetChange.Between(ruleset, new DateOnly(2026, 12, 1), ruleset, new DateOnly(2026, 12, 31)).IsEmpty);
        Assert.Equal(RuleChangeKind.Dated, Assert.Single(RulesetChange.Between(ruleset, new DateOnly(2026, 12, 31), ruleset, new DateOnly(2027, 1, 1)).Rules).Kind);
    }

    [Fact]
    public void Looks_every_day_at_what_speaks_of_the_age_of_articles()
    {
        var ruleset = SomeRules.Build(SomeRules.Files(SomeRules.Pack("when: { age: { moreThanDays: 30 } }"))).Ruleset!;

        Assert.Equal(RuleChangeKind.Dated, Assert.Single(RulesetChange.Between(ruleset, Day, ruleset, Day.AddDays(1)).Rules).Kind);
        Assert.True(RulesetChange.Between(ruleset, Day, ruleset, Day).IsEmpty);
    }

    [Fact]
    public void Takes_a_switch_of_the_newsroom_for_a_change_of_the_rule()
    {
        var off = Between(SomeRules.Files(), SomeRules.Files(newsroom: "rules: { test.rule: off }"));
        var without = Between(SomeRules.Files(), SomeRules.Files(newsroom: "outcomes: { test.rule: { flag: off } }"));

        Assert.Equal(RuleChangeKind.Removed, Assert.Single(off.Rules).Kind);
        Assert.Equal(RuleChangeKind.Changed, Assert.Single(without.Rules).Kind);
    }

    [Theory]
    [InlineData("notices: [{ id: form, type: foreign-agent, language: en, pattern: 'that was produced by foreign agent {subject}' }]")]
    [InlineData("ageScales: [{ id: scale, marks: [{ value: 16+ }, { value: 18+ }] }]")]
    [InlineData("jurisdiction: any")]
    public void Takes_what_all_rules_of_a_pack_rest_on_for_everything(string line)
    {
        var change = Between(SomeRules.Files(), SomeRules.Files(SomeRules.Pack(line)));

        Assert.Contains("pack test-pack", change.Whole);
    }

    [Fact]
    public void Takes_another_zone_or_address_for_everything()
    {
        var before = SomeRules.Build(SomeRules.Files()).Ruleset!;
        var zone = RulesetBuilder.Build(SomeRules.Files(), new RulesetSettings(TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(9), "far", "far"), [])).Ruleset!;
        var address = RulesetBuilder.Build(SomeRules.Files(), SomeRules.Settings with { PublicUrl = "https://labels.example.org" }).Ruleset!;

        Assert.Equal(["time zone"], RulesetChange.Between(before, Day, zone, Day).Whole);
        Assert.Equal(["public address"], RulesetChange.Between(before, Day, address, Day).Whole);
        Assert.True(RulesetChange.Between(before, Day, address, Day).Query(before, address).IsAll);
    }

    private static RulesetChange Between(Dictionary<string, string> before, Dictionary<string, string> after)
    {
        var first = SomeRules.Build(before);
        return RulesetChange.Between(first.Ruleset!, Day, SomeRules.Build(after, first.Ruleset).Ruleset!, Day);
    }
}
