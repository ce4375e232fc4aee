using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Cases;
using LabelService.Engine.Rulesets;
using LabelService.Engine.RuleText;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Rulesets;

/// <summary>A check looks only at rules that may hold, and must say what it would say if it looked at all, as a trace does.</summary>
public sealed class RuleTriggersTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Answers_every_shipped_case_as_if_all_rules_were_looked_at(bool allOn)
    {
        var rulesets = new CaseRulesets(ShippedRules.Ruleset, ShippedRules.Settings);
        var files = ShippedRules.Files();
        var statuses = allOn ? ShippedRules.Ruleset.PacksAsRead.SelectMany(p => p.Rules).ToDictionary(r => r.Id, _ => RuleStatus.On) : [];
        foreach (var path in files.Keys.Where(f => f.Contains("/cases/", StringComparison.Ordinal)))
        {
            var cases = CaseReader.Read(path, files[path], new FileErrors())!;
            var ruleset = rulesets.Of(cases, statuses);
            Assert.All(cases.Cases, one => Assert.Equal(Answer(one.Article, one.AsOf, ruleset, ReportPart.Trace), Answer(one.Article, one.AsOf, ruleset)));
        }
    }

    /// <summary>One rule of each kind of condition, and articles that meet and miss it in every way that the condition knows.</summary>
    [Theory]
    [InlineData("{ section: [World] }", """{"body": "a", "section": " world "}""", true)]
    [InlineData("{ section: [World] }", """{"body": "a", "section": "sport"}""", false)]
    [InlineData("{ tag: [Japan] }", """{"body": "a", "tags": ["x", " japan"]}""", true)]
    [InlineData("{ attribute: { name: desk.chief, equals: a } }", """{"body": "a", "attributes": {"desk": {"chief": "A"}}}""", true)]
    [InlineData("{ attribute: { name: desk.chief, equals: a } }", """{"body": "a", "attributes": {"desk.chief": "a"}}""", true)]
    [InlineData("{ attribute: { name: desk.chief, exists: false } }", """{"body": "a"}""", true)]
    [InlineData("{ attribute: { name: desk.chief, exists: true } }", """{"body": "a", "attributes": {"desk": 1}}""", false)]
    [InlineData("{ media: { kind: video } }", """{"body": "a", "media": [{"kind": "video"}]}""", true)]
    [InlineData("{ kind: [opinion, news] }", """{"body": "a", "kind": "news"}""", true)]
    [InlineData("{ terms: { any: [тетраэдр] } }", """{"body": "Это тетраэдр."}""", true)]
    [InlineData("{ all: [{ kind: news }, { terms: { any: [тетраэдр] } }] }", """{"body": "Это куб."}""", false)]
    [InlineData("{ any: [{ tag: a }, { terms: { any: [тетраэдр] } }] }", """{"body": "Это тетраэдр."}""", true)]
    [InlineData("{ any: [{ tag: a }, { not: { tag: b } }] }", """{"body": "a"}""", true)]
    [InlineData("{ entity: { registry: test-register, role: source } }", """{"body": "Ice leaves the bay.\n\nSource: Frost Daily", "publishedAt": "2023-01-01"}""", true)]
    [InlineData("{ former: { registry: test-register } }", """{"body": "Ice leaves the bay.\n\nSource: Northern Herald", "publishedAt": "2024-01-01"}""", true)]
    [InlineData("{ language: en }", """{"body": "The bridge was opened on Monday.", "language": "en"}""", true)]
    [InlineData("{ pattern: '№ бюро \\d{1,3}' }", """{"body": "См. № БЮРО 12"}""", true)]
    [InlineData("{ pattern: '№ бюро \\d{1,3}' }", """{"body": "См. бюро № 12"}""", false)]
    [InlineData("{ age: { moreThanDays: 1 } }", """{"body": "a"}""", false)]
    public void Finds_what_may_hold(string when, string article, bool fires)
    {
        var ruleset = SomeRules.Build(SomeRules.Files(SomeRules.Pack($"when: {when.Replace("\\\\", "\\", StringComparison.Ordinal)}"))).Ruleset!;
        var read = JsonSerializer.Deserialize<Article>(article, ContractJson.Wire)!;

        Assert.Equal(fires, Answer(read, null, ruleset).Contains("test.rule", StringComparison.Ordinal));
        Assert.Equal(Answer(read, null, ruleset, ReportPart.Trace), Answer(read, null, ruleset));
    }

    [Theory]
    [InlineData("first", true)]
    [InlineData("second", false)]
    public void Wakes_a_rule_that_waits_for_another(string tag, bool fires)
    {
        var files = SomeRules.Files(SomeRules.Pack("when: { tag: first }"));
        files["packs/z-other/pack.yaml"] = SomeRules.Pack("pack: z-other", "notices: []", "ageScales: []", "id: other.rule", "when: { rule: test.rule }");
        var ruleset = SomeRules.Build(files).Ruleset!;

        Assert.Equal(fires, Answer(new Article { Body = "a", Tags = [tag] }, null, ruleset).Contains("other.rule", StringComparison.Ordinal));
    }

    private static string Answer(Article article, DateOnly? asOf, Ruleset ruleset, params ReportPart[] include)
    {
        var request = new CheckRequest { Article = article, AsOf = asOf, Include = [.. include] };
        var report = ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), ruleset, Exceptions.None);
        return JsonSerializer.Serialize(report with { Trace = null }, ContractJson.Wire);
    }
}
