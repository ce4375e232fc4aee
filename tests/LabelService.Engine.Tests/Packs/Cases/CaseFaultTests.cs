using LabelService.Engine.Packs.Cases;
using LabelService.Engine.RuleText;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Packs.Cases;

/// <summary>Every designed error of a file of cases.</summary>
public sealed class CaseFaultTests
{
    private const string Entity = "registry: test-register, id: 'x:a', kind: media, name: North, listedFrom: 2021-01-01";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "missing-key", "‸entities: []", "a file of cases lacks 'cases'|- name:" },
        { "unknown-key", "cases: []\n‸case: []", "did you mean 'cases'?" },
        { "shape", "cases: [‸x]", "'x' stands in 'cases'|each item is a mapping" },
        { "missing-key", "cases: [‸{ article: { body: a }, expectNothing: true }]", "a case lacks 'name'" },
        { "missing-key", "cases: [‸{ name: A, expectNothing: true }]", "a case lacks 'article'|body" },
        { "duplicate-case", "cases: [{ name: A, article: { body: a }, expectNothing: true }, ‸{ name: A, article: { body: a }, expectNothing: true }]", "a case named 'A' stands here already" },
        { "day", "cases: [{ name: A, article: { body: a }, asOf: ‸soon, expectNothing: true }]", "'soon' is not a day" },
        { "shape", "cases: [{ name: A, article: ‸text, expectNothing: true }]", "'article' is 'text'|at least 'body'" },
        { "article", "cases: [{ name: A, article: ‸{ title: a }, expectNothing: true }]", "an article lacks 'body'" },
        { "unknown-key", "cases: [{ name: A, article: { body: a, ‸headline: b }, expectNothing: true }]", "an article has no field 'headline'; known are" },
        { "article", "cases: [{ name: A, article: { body: a, format: ‸pdf }, expectNothing: true }]", "'pdf' is not one of: text, html, markdown" },
        { "article", "cases: [{ name: A, article: { body: a, publishedAt: ‸soon }, expectNothing: true }]", "'soon' is not a time" },
        { "article", "cases: [{ name: A, article: { body: a, tags: ‸news }, expectNothing: true }]", "'tags' cannot be read" },
        { "expectation", "cases: [‸{ name: A, article: { body: a } }]", "one of 'expectNothing: true', 'expectSilent: true'" },
        { "expectation", "cases: [‸{ name: A, article: { body: a }, expectNothing: true, expect: { verdict: compliant } }]", "one of 'expectNothing: true', 'expectSilent: true'" },
        { "expectation", "cases: [{ name: A, article: { body: a }, expectNothing: ‸false }]", "one of 'expectNothing: true', 'expectSilent: true'" },
        { "expectation", "cases: [{ name: A, article: { body: a }, expect: ‸{} }]", "'expect' names nothing|verdict, disclosures, age or flags" },
        { "shape", "cases: [{ name: A, article: { body: a }, expect: ‸nothing }]", "'expect' is 'nothing'|verdict" },
        { "unknown-word", "cases: [{ name: A, article: { body: a }, expect: { verdict: ‸fine } }]", "'verdict' is 'fine'|compliant" },
        { "shape", "cases: [{ name: A, article: { body: a }, expect: { disclosures: [‸x] } }]", "'x' stands in 'disclosures'" },
        { "missing-key", "cases: [{ name: A, article: { body: a }, expect: { disclosures: [‸{ status: missing }] } }]", "an expected disclosure lacks 'type'" },
        { "unknown-word", "cases: [{ name: A, article: { body: a }, expect: { disclosures: [{ type: b, status: ‸gone }] } }]", "'status' is 'gone'|missing, present" },
        { "shape", "cases: [{ name: A, article: { body: a }, expect: { age: ‸18+ } }]", "'age' is '18+'|value, status" },
        { "missing-key", "cases: [{ name: A, article: { body: a }, expect: { age: ‸{ status: missing } } }]", "'age' lacks 'value'" },
        { "missing-key", "cases: [{ name: A, article: { body: a }, expect: { flags: [‸{ rule: b }] } }]", "an expected flag lacks 'action'" },
        { "switch", "cases: [{ name: A, article: { body: a }, rules: { test.rule: ‸maybe }, expectNothing: true }]", "'test.rule' is 'maybe'|on, shadow or off" },
        { "shape", "cases: [{ name: A, article: { body: a }, rules: ‸off, expectNothing: true }]", "'rules' is 'off'|one line for each rule" },
        { "shape", "cases: []\nentities: [‸x]", "'x' stands in 'entities'" },
        { "missing-key", $"cases: []\nentities: [‸{{ {Entity.Replace("registry: test-register, ", "", StringComparison.Ordinal)} }}]", "an entity lacks 'registry'" },
        { "missing-key", $"cases: []\nentities: [‸{{ {Entity.Replace(", name: North", "", StringComparison.Ordinal)} }}]", "an entity lacks 'name'" },
        { "unknown-word", $"cases: []\nentities: [{{ {Entity.Replace("media", "‸paper", StringComparison.Ordinal)} }}]", "'kind' is 'paper'" },
        { "day", $"cases: []\nentities: [{{ {Entity.Replace("2021-01-01", "‸soon", StringComparison.Ordinal)} }}]", "'soon' is not a day" },
        { "day-order", $"cases: []\nentities: [{{ {Entity}, listedUntil: ‸2021-01-01 }}]", "is not after listedFrom" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Reports_where_and_what_would_be_right(string code, string yaml, string words)
    {
        var fault = Fault.In("cases.yaml", yaml);
        var errors = new FileErrors();

        CaseReader.Read("cases.yaml", fault.Text, errors);

        fault.IsReportedBy(errors.Errors, code, words);
    }
}
