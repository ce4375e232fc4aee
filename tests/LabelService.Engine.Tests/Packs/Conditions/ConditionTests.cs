using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Packs.Conditions;

/// <summary>Each kind of condition, where it holds and where it does not.</summary>
public sealed class ConditionTests
{
    private const string Own = "'body':'The bridge was opened.\\n\\nSource: Northern Herald'";
    private const string Mention = "'body':'The bridge was opened, and Northern Herald was there.'";

    /// <summary>Condition, article, day asked about ("" for none), whether it holds.</summary>
    public static TheoryData<string, string, string, bool> Cases => new()
    {
        { "{ always: true }", "'body':'a'", "", true },
        // words
        { "{ terms: { any: [iron bridge] } }", "'body':'An IRON  bridge was opened.'", "", true },
        { "{ terms: { any: [iron bridge] } }", "'body':'An iron footbridge was opened.'", "", false },
        { "{ terms: { all: [iron, bridge] } }", "'body':'The bridge is of iron.'", "", true },
        { "{ terms: { all: [iron, bridge] } }", "'body':'The bridge is of wood.'", "", false },
        { "{ terms: { any: [bridge], atLeast: 2 } }", "'body':'A bridge beside a bridge.'", "", true },
        { "{ terms: { any: [bridge], atLeast: 2 } }", "'body':'A bridge.'", "", false },
        { "{ terms: { any: [bridge], in: title } }", "'title':'A bridge','body':'Opened.'", "", true },
        { "{ terms: { any: [bridge], in: title } }", "'title':'Opened','body':'The bridge was opened on Monday.'", "", false },
        { "{ terms: { any: [bridge], in: lead } }", "'lead':'A bridge','body':'Opened.'", "", true },
        { "{ terms: { any: [bridge], in: captions } }", "'media':[{'kind':'image','caption':'A bridge'}],'body':'Opened.'", "", true },
        { "{ terms: { any: [bridge], in: captions } }", "'body':'A bridge.'", "", false },
        { "{ terms: { any: [agent] } }", "'body':'This was produced by foreign agent Northern Herald JSC\\n\\nThe bridge was opened.'", "", false },
        { "{ pattern: 'erid[: ]+\\w+' }", "'body':'The bridge was opened, says ERID: 2Vtz of the act.'", "", true },
        { "{ pattern: 'erid[: ]+\\w+' }", "'body':'An eridan river.'", "", false },
        { "{ pattern: { regex: 'ad', in: title } }", "'title':'Sea','body':'An ad.'", "", false },
        // what the CMS says
        { "{ kind: [opinion, satire] }", "'body':'a','kind':'satire'", "", true },
        { "{ kind: opinion }", "'body':'a'", "", false },
        { "{ format: html }", "'body':'a','format':'html'", "", true },
        { "{ format: html }", "'body':'a'", "", false },
        { "{ section: World }", "'body':'a','section':' world '", "", true },
        { "{ section: World }", "'body':'a'", "", false },
        { "{ tag: [Japan] }", "'body':'a','tags':['sea','JAPAN']", "", true },
        { "{ tag: [Japan] }", "'body':'a','tags':['sea']", "", false },
        { "{ language: en }", "'body':'a','language':'en-GB'", "", true },
        { "{ language: en }", "'body':'a','language':'eng'", "", false },
        { "{ media: { kind: video, minSeconds: 60 } }", "'body':'a','media':[{'kind':'video','durationSeconds':60}]", "", true },
        { "{ media: { kind: video, minSeconds: 60 } }", "'body':'a','media':[{'kind':'video'},{'kind':'audio','durationSeconds':99}]", "", false },
        { "{ media: { maxSeconds: 10 } }", "'body':'a','media':[{'kind':'video','durationSeconds':11}]", "", false },
        { "{ media: {} }", "'body':'a','media':[{'kind':'image'}]", "", true },
        { "{ media: {} }", "'body':'a'", "", false },
        { "{ attribute: { name: sponsored, equals: true } }", "'body':'a','attributes':{'sponsored':true}", "", true },
        { "{ attribute: { name: sponsored, equals: true } }", "'body':'a','attributes':{'sponsored':false}", "", false },
        { "{ attribute: { name: ai, in: [text, image] } }", "'body':'a','attributes':{'ai':'IMAGE'}", "", true },
        { "{ attribute: { name: ai, in: [text, image] } }", "'body':'a','attributes':{'ai':['video','text']}", "", true },
        { "{ attribute: { name: ai, in: [text, image] } }", "'body':'a','attributes':{'ai':null}", "", false },
        { "{ attribute: { name: advertiser.name, exists: true } }", "'body':'a','attributes':{'advertiser':{'name':'Sun'}}", "", true },
        { "{ attribute: { name: advertiser.name, exists: true } }", "'body':'a','attributes':{'advertiser':{}}", "", false },
        { "{ attribute: { name: erid, exists: false } }", "'body':'a'", "", true },
        { "{ attribute: { name: erid, exists: false } }", "'body':'a','attributes':{'erid':'2V'}", "", false },
        { "{ attribute: { name: price, above: 10, below: 20 } }", "'body':'a','attributes':{'price':'15'}", "", true },
        { "{ attribute: { name: price, above: 10, below: 20 } }", "'body':'a','attributes':{'price':20}", "", false },
        { "{ attribute: { name: price, equals: 10 } }", "'body':'a','attributes':{'price':10.0}", "", true },
        // days
        { "{ published: { from: 2022-01-01, until: 2022-02-01 } }", "'body':'a','publishedAt':'2022-01-01'", "", true },
        { "{ published: { from: 2022-01-01, until: 2022-02-01 } }", "'body':'a','publishedAt':'2022-02-01'", "", false },
        { "{ published: { from: 2022-01-01 } }", "'body':'a'", "", true },
        { "{ asked: { until: 2022-02-01 } }", "'body':'a'", "2022-01-31", true },
        { "{ asked: { until: 2022-02-01 } }", "'body':'a'", "2022-02-01", false },
        { "{ age: { moreThanDays: 30 } }", "'body':'a','publishedAt':'2022-01-01'", "2022-02-01", true },
        { "{ age: { moreThanDays: 31 } }", "'body':'a','publishedAt':'2022-01-01'", "2022-02-01", false },
        { "{ age: { lessThanDays: 31 } }", "'body':'a','publishedAt':'2022-01-01'", "2022-02-01", false },
        { "{ age: { moreThanYears: 1 } }", "'body':'a','publishedAt':'2020-02-29'", "2021-03-01", true },
        { "{ age: { moreThanYears: 1 } }", "'body':'a','publishedAt':'2021-01-01'", "2022-01-01", false },
        { "{ age: { moreThanDays: 0 } }", "'body':'a'", "2022-02-01", false },
        // entities: listed 2021-10-15 to 2023-08-25
        { "{ entity: { registry: test-register } }", Own, "2021-10-15", true },
        { "{ entity: { registry: test-register } }", Own, "2021-10-14", false },
        { "{ entity: { registry: test-register } }", Own, "2023-08-25", false },
        { "{ entity: { registry: test-register } }", Own, "", true },
        { "{ entity: { registry: test-register, role: source } }", Own, "2022-01-01", true },
        { "{ entity: { registry: test-register, role: source } }", Mention, "2022-01-01", false },
        { "{ entity: { registry: test-register, role: [source, mentioned] } }", Mention, "2022-01-01", true },
        { "{ entity: { registry: test-register, role: author } }", "'body':'Opened.','authors':[{'name':'Northern Herald'}]", "2022-01-01", true },
        { "{ entity: { registry: test-register, role: publisher } }", "'body':'Opened.','publisher':{'name':'x','url':'https://northern-herald.example/a'}", "2022-01-01", true },
        { "{ entity: { registry: test-register, kind: person } }", Own, "2022-01-01", false },
        { "{ entity: { registry: test-register, entity: 'test:frost' } }", Own, "2022-01-01", false },
        { "{ entity: { registry: test-register, entity: 'test:herald' } }", Own, "2022-01-01", true },
        { "{ entity: { registry: test-register, material: own } }", Own, "2022-01-01", true },
        { "{ entity: { registry: test-register, material: own } }", Own + ",'publisher':{'name':'The Invented Courier'}", "2022-01-01", false },
        { "{ entity: { registry: test-register, material: repost } }", Own + ",'publisher':{'name':'The Invented Courier'}", "2022-01-01", true },
        { "{ former: { registry: test-register } }", Own, "2023-08-25", true },
        { "{ former: { registry: test-register } }", Own, "2023-08-24", false },
        { "{ former: { registry: test-register } }", Own, "2021-10-14", false },
        { "{ former: { registry: test-register } }", Own, "", false },
        { "{ former: { registry: test-register, role: source } }", Mention, "2024-01-01", false },
        // together
        { "{ all: [{ kind: news }, { format: text }] }", "'body':'a'", "", true },
        { "{ all: [{ kind: news }, { format: html }] }", "'body':'a'", "", false },
        { "{ any: [{ kind: opinion }, { format: text }] }", "'body':'a'", "", true },
        { "{ any: [{ kind: opinion }, { format: html }] }", "'body':'a'", "", false },
        { "{ not: { kind: opinion } }", "'body':'a'", "", true },
        { "{ not: { kind: news } }", "'body':'a'", "", false },
        // Of several that speak of entities, one entity must meet them all.
        { "{ all: [{ entity: { registry: test-register, role: source } }, { entity: { registry: test-register, role: mentioned } }] }", "'body':'Frost Daily was there.\\n\\nSource: Northern Herald'", "2022-06-01", false },
        { "{ any: [{ entity: { registry: test-register, role: source } }, { former: { registry: test-register } }] }", Own, "2024-01-01", true },
        { "{ rule: z.other }", "'body':'a','kind':'opinion'", "", true },
        { "{ rule: z.other }", "'body':'a'", "", false },
        { "{ rule: { id: z.other, fired: false } }", "'body':'a'", "", true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Holds_where_it_should(string when, string article, string day, bool holds)
    {
        var json = $"{{'article':{{{article}}},'include':['trace']{(day.Length > 0 ? $",'asOf':'{day}'" : "")}}}".Replace('\'', '"');
        var request = JsonSerializer.Deserialize<CheckRequest>(json, ContractJson.Wire)!;
        var other = "  - { id: z.other, status: on, cases: cases.yaml, when: { kind: opinion }, require: [{ flag: { action: track, why: { en: a, ru: б } } }] }";
        var result = SomeRules.Build(SomeRules.Files($"{SomeRules.Pack($"when: {when}")}\n{other}"));
        Assert.Empty(result.Errors);

        var report = ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), result.Ruleset!, Exceptions.None);

        var line = report.Trace!.Value.Single(t => t.Rule == "test.rule");
        Assert.True(line.Fired == holds, line.Why);
        Assert.NotEmpty(line.Why);
    }
}
