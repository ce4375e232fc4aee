using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Tests.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Checking;

/// <summary>Lints that need several packs, a registry, the day, or a trial of all rules on all case articles.</summary>
public sealed class LintRunnerTests
{
    private const string Other = "packs/z-other/pack.yaml";
    private const string Cases = "packs/test-pack/cases.yaml";
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Fact]
    public void Finds_nothing_in_the_rules_that_ship()
    {
        var result = LintRunner.Run(ShippedRules.Files(), ShippedRules.Settings, Today);
        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings.Select(w => w.ToString()));
    }

    [Theory]
    [InlineData("until: 2022-12-01", "from: 2022-12-01", null, "")]
    [InlineData("until: 2022-12-01", "from: 2022-12-15", "version-gap", "from 2022-12-01, when a.rule ends, until 2022-12-15, when b.rule begins, nothing requires ad; |'until: 2022-12-15'")]
    [InlineData("until: 2022-12-15", "from: 2022-12-01", "version-overlap", "a.rule and b.rule ask the same and both require ad on some days; |'until: 2022-12-01'")]
    [InlineData("from: 2021-01-01", "from: 2022-12-01", "version-overlap", "end the earlier one on the day on which the newer begins")]
    [InlineData("reviewBy: 2031-01-01", "reviewBy: 2031-01-01", "version-overlap", "make one rule of them")]
    public void Looks_whether_versions_follow_each_other(string one, string other, string? code, string words)
    {
        var found = Lint(Files(Rule("a.rule", $"effective: {{ {one} }}", "kind: opinion"), Rule("b.rule", $"effective: {{ {other} }}", "kind: opinion")));
        Expect(found, code, words);
        Expect(Lint(Files(Rule("a.rule", $"effective: {{ {one} }}", "kind: opinion"), Rule("b.rule", $"effective: {{ {other} }}", "kind: satire"))), null, "");
    }

    [Theory]
    [InlineData("on", "empty-registry")]
    [InlineData("off", null)]
    public void Tells_an_empty_registry_from_a_rule_that_cannot_fire(string status, string? code)
    {
        var files = Files(Rule("a.rule", status == "on" ? "" : "note: later", "entity: { registry: test-register, role: linked }", status));
        Assert.Empty(Lint(files));
        files[SomeRules.RegisterFile] = "id,kind,name,listed_from\n";
        Expect(Lint(files), code, "whom test-register includes, and no entity is there, so it finds nobody; |import the list");
    }

    [Fact]
    public void Finds_a_rule_that_waits_for_one_which_is_off() => Expect(
        Lint(Files(Rule("a.rule", "note: later", "kind: opinion", "off"), Rule("b.rule", "", "rule: a.rule"))),
        "never-fires", "the rule b.rule can never fire: it waits for a.rule, which is off; |switch that rule on");

    [Theory]
    [InlineData("reviewBy: 2026-11-25", "review-due", "was to be looked at again by 2026-11-25; |set the next 'reviewBy'")]
    [InlineData("reviewBy: 2026-11-26", null, "")]
    [InlineData("wordingVerifiedUntil: 2025-11-24", "wording-old", "last read in a source for 2025-11-24, more than 365 days ago; |set 'wordingVerifiedUntil'")]
    [InlineData("wordingVerifiedUntil: 2025-11-25", null, "")]
    [InlineData("wordingVerifiedUntil: 2020-01-01, until: 2021-01-01", null, "")]
    public void Reminds_by_the_day_that_the_host_says(string days, string? code, string words) =>
        Expect(Lint(Files(Rule("a.rule", $"effective: {{ {days} }}", "kind: opinion"))), code, words);

    [Theory]
    [InlineData("section: [nowhere]", "never-fires", "none of the 4 case articles of all packs makes a.rule fire; |add to packs/test-pack/cases.yaml an article")]
    [InlineData("kind: opinion", null, "")]
    public void Finds_a_rule_that_no_article_makes_fire(string when, string? code, string words) =>
        Expect(LintTried(Files(Rule("a.rule", "cases: cases.yaml", when)), 2, 2), code, words);

    [Fact]
    public void Finds_a_rule_that_only_articles_of_others_exercise()
    {
        var files = Files(Rule("a.rule", "cases: cases.yaml", "kind: opinion"), Rule("b.rule", "cases: b.yaml", "section: [arts]"));
        files["packs/test-pack/b.yaml"] = "cases:\n  - { name: one, article: { kind: news, body: The bridge. }, expectNothing: true }\n";
        Expect([.. LintTried(files, 2, 2).Where(w => w.Code != "overlaps")], "not-exercised", "no article of its own cases makes b.rule fire, only articles of other packs; |packs/test-pack/b.yaml");
    }

    [Theory]
    [InlineData(19, 1, "always-fires", "a.rule fires on 19 of the 20 case articles of all packs, nearly everywhere; |narrow its condition")]
    [InlineData(17, 3, null, "")]
    [InlineData(10, 0, null, "")]
    public void Finds_a_rule_that_fires_nearly_everywhere(int fires, int silent, string? code, string words) =>
        Expect(LintTried(Files(Rule("a.rule", "cases: cases.yaml", "kind: opinion")), fires, silent), code, words);

    [Theory]
    [InlineData("section: [arts]", "", "overlaps")]
    [InlineData("section: [arts]", "effective: { until: 2020-01-01 }", null)]
    [InlineData("all: [{ section: [arts] }, { rule: { id: a.rule, fired: false } }]", "", null)]
    public void Finds_two_rules_that_ask_for_the_same(string when, string days, string? code)
    {
        var files = Files(Rule("a.rule", days.Length == 0 ? "cases: cases.yaml" : $"cases: cases.yaml\n    {days}", "kind: opinion"), Rule("b.rule", days.Length == 0 ? "" : "effective: { from: 2020-01-01 }", when));
        Expect([.. LintTried(files, 3, 2).Where(w => w.Code == "overlaps")], code, "wherever one of a.rule (packs/test-pack/pack.yaml) and b.rule fires in the case articles, the other asks for the same ad; |rule: { id: a.rule, fired: false }");
    }

    [Fact]
    public void Finds_an_answer_to_what_nobody_asks()
    {
        Expect(Lint(Files(Rule("a.rule", "allow: { common-word: once needed }", "kind: opinion"))), "allow-unused", "a.rule allows 'common-word' (once needed), and nothing of the kind is found; |take the line out");
        // Whether a registry is empty or a day has come is not the rule's doing.
        Assert.Empty(Lint(Files(Rule("a.rule", "allow: { empty-registry: the newsroom imports it }", "kind: opinion"))));
        Assert.Empty(Lint(Files(Rule("a.rule", "", "kind: opinion"), Rule("b.rule", "allow: { version-overlap: both are law }", "kind: opinion"))));
    }

    [Fact]
    public void Warns_of_one_pack_alone()
    {
        var files = Files(Rule("a.rule", "allow: { common-word: once needed }", "kind: opinion"));
        files[Other] = Pack("z-other", Rule("b.rule", "allow: { common-word: once needed }", "kind: satire")).Replace("notices: [{ id: form,", "notices: [{ id: other,", StringComparison.Ordinal);
        Assert.Equal(2, Lint(files).Count(w => w.Code == "allow-unused"));
        Assert.Equal([Other, Other], LintRunner.Run(files, SomeRules.Settings, Today, "z-other").Warnings.Select(w => w.File));
    }

    private static void Expect(IReadOnlyCollection<RuleFileError> found, string? code, string words)
    {
        Assert.Equal(code is null ? [] : [code], found.Select(w => w.Code));
        Assert.All(found, w => Assert.All(words.Split('|'), part => Assert.Contains(part, w.Message, StringComparison.Ordinal)));
    }

    private static IReadOnlyCollection<RuleFileError> Lint(Dictionary<string, string> files)
    {
        var result = LintRunner.Run(files, SomeRules.Settings, Today);
        Assert.Empty(result.Errors);
        return [.. result.Warnings.Where(w => w.Code is not "no-cases")];
    }

    private static IReadOnlyCollection<RuleFileError> LintTried(Dictionary<string, string> files, int fires, int silent)
    {
        files[Cases] = "cases:\n" + string.Concat(Enumerable.Range(0, fires + silent)
            .Select(i => $"  - {{ name: n{i}, asOf: 2024-01-01, article: {{ kind: {(i < fires ? "opinion" : "news")}, section: {(i < fires ? "arts" : "world")}, body: The bridge was opened. }}, expect: {{ verdict: compliant }} }}\n"));
        return Lint(files);
    }

    private static Dictionary<string, string> Files(params string[] rules) => SomeRules.Files(Pack("test-pack", rules));

    private static string Pack(string id, params string[] rules) =>
        $"pack: {id}\nversion: 1\njurisdiction: RU\ntitle: {{ en: Test }}\nnotices: [{{ id: form, type: ad, language: en, pattern: advertisement }}]\nrules:\n{string.Concat(rules)}";

    private static string Rule(string id, string line, string when, string status = "on") =>
        $"  - id: {id}\n    status: {status}\n    when: {{ {when} }}\n    require: [{{ disclosure: ad, text: {{ en: Advertisement, ru: Реклама }} }}]\n{(line.Length == 0 ? "" : $"    {line}\n")}";
}
