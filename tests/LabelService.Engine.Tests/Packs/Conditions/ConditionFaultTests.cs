using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Packs.Conditions;

/// <summary>Every designed error of the condition language.</summary>
public sealed class ConditionFaultTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "condition", "‸always", "'always' stands where a condition should|entity: {" },
        { "condition", "‸{}", "the condition is empty|known are" },
        { "condition", "‸{ kind: news, format: html }", "a condition has one key, and here stand 'kind', 'format'|'all:' or 'any:'" },
        { "unknown-condition", "{ ‸entty: { registry: test-register } }", "there is no condition 'entty'; did you mean 'entity'?" },
        { "shape", "{ all: ‸{ kind: news } }", "'all' needs a list of conditions|'- '" },
        { "shape", "{ any: ‸[] }", "'any' needs a list of conditions" },
        { "condition", "{ any: [{ kind: news }, ‸x] }", "'x' stands where a condition should" },
        { "condition", "{ not: ‸[{ kind: news }] }", "a list stands where a condition should" },
        { "always", "{ always: ‸false }", "'always' is 'false'|set its status" },
        { "shape", "{ entity: ‸test-register }", "'entity' is 'test-register'|registry, role" },
        { "missing-key", "{ entity: ‸{ role: source } }", "the condition 'entity' lacks 'registry'|ru-foreign-agents" },
        { "unknown-registry", "{ entity: { registry: ‸test-registre } }", "there is no registry 'test-registre'; did you mean 'test-register'?" },
        { "unknown-word", "{ entity: { registry: test-register, role: [source, ‸writer] } }", "'role' is 'writer'|author, publisher, source" },
        { "unknown-word", "{ entity: { registry: test-register, material: ‸mine } }", "'material' is 'mine'|own, repost" },
        { "unknown-word", "{ entity: { registry: test-register, kind: ‸paper } }", "'kind' is 'paper'|person, organisation, media" },
        { "unknown-key", "{ entity: { registry: test-register, ‸rolle: source } }", "did you mean 'role'?" },
        { "missing-key", "{ former: ‸{ role: source } }", "the condition 'former' lacks 'registry'" },
        { "unknown-registry", "{ former: { registry: ‸nobody } }", "there is no registry 'nobody'" },
        { "missing-key", "{ terms: ‸{ in: body } }", "needs 'any' or 'all'|any: [phrase" },
        { "phrase", "{ terms: { any: [word, ‸'—'] } }", "'—' holds no word to look for" },
        { "unknown-word", "{ terms: { any: word, in: ‸head } }", "'in' is 'head'|did you mean 'lead'?" },
        { "number", "{ terms: { any: word, atLeast: ‸0 } }", "'atLeast' is '0'|from 1 to 1000" },
        { "number", "{ terms: { any: word, atLeast: ‸1.5 } }", "'atLeast' must be a whole number" },
        { "regex", "{ pattern: ‸'(' }", "this is not a regular expression" },
        { "regex", "{ pattern: ‸'a*' }", "matches where nothing stands|at least one character" },
        { "regex", "{ pattern: { regex: ‸'(?=a)b' } }", "cannot run in linear time|look-around" },
        { "regex", "{ pattern: { regex: ‸'(a)\\1' } }", "cannot run in linear time|back-references" },
        { "missing-key", "{ pattern: ‸{ in: title } }", "the condition 'pattern' lacks 'regex'" },
        { "unknown-word", "{ kind: ‸novel }", "'kind' is 'novel'|news, opinion" },
        { "empty-list", "{ kind: ‸[] }", "'kind' is an empty list" },
        { "unknown-word", "{ format: ‸pdf }", "'format' is 'pdf'|text, html, markdown" },
        { "shape", "{ section: ‸{ a: b } }", "'section' is a mapping|one text" },
        { "shape", "{ tag: [‸[a]] }", "'tag' is a list|one text" },
        { "language", "{ language: ‸russian }", "'russian' is not a language|en or ru" },
        { "unknown-word", "{ media: { kind: ‸film } }", "'kind' is 'film'|image, video" },
        { "number", "{ media: { minSeconds: ‸-1 } }", "'minSeconds' is '-1'|from 0" },
        { "range", "{ media: { minSeconds: 60, maxSeconds: ‸10 } }", "maxSeconds 10 is less than minSeconds 60" },
        { "missing-key", "{ attribute: ‸{ equals: a } }", "the condition 'attribute' lacks 'name'" },
        { "missing-key", "{ attribute: ‸{ name: a } }", "says nothing about the value|equals, in, exists, above or below" },
        { "number", "{ attribute: { name: a, above: ‸many } }", "'above' is 'many'; write a number" },
        { "flag", "{ attribute: { name: a, exists: ‸maybe } }", "'exists' is 'maybe'|true or false" },
        { "missing-key", "{ published: ‸{} }", "the condition 'published' needs 'from' or 'until'" },
        { "day", "{ asked: { from: ‸soon } }", "'soon' is not a day" },
        { "day-order", "{ asked: { from: 2022-01-02, until: ‸2022-01-02 } }", "is not after from|first day no longer in the range" },
        { "missing-key", "{ age: ‸{} }", "needs moreThanDays, moreThanYears or lessThanDays" },
        { "number", "{ age: { moreThanDays: ‸-1 } }", "'moreThanDays' is '-1'|from 0" },
        { "unknown-rule", "{ rule: ‸test.rul }", "there is no rule 'test.rul'; did you mean 'test.rule'?" },
        { "missing-key", "{ rule: ‸{ fired: false } }", "the condition 'rule' lacks 'id'" },
        { "rule-cycle", "{ not: { ‸rule: test.rule } }", "wait for each other: test.rule → test.rule|take one of the references out" },
    };

    /// <summary>A key whose value was forgotten: the rule must not vanish unseen.</summary>
    public static TheoryData<string> Kinds => [.. ConditionReader.Names];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Reports_where_and_what_would_be_right(string code, string when, string words) => Reports(code, when, words);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reports_a_condition_that_says_nothing(string kind) => Reports("missing-value", $"{{ ‸{kind}: }}", $"the condition '{kind}' says nothing|after the colon");

    [Fact]
    public void Warns_of_an_entity_that_is_in_no_register()
    {
        var fault = Fault.In(SomeRules.PackFile, SomeRules.Pack("when: { entity: { registry: test-register, entity: ‸test:heralt } }"));

        var result = SomeRules.Build(SomeRules.Files(fault.Text));

        Assert.Empty(result.Errors);
        fault.IsReportedBy(result.Warnings, "unknown-entity", "no entity 'test:heralt' is in test-register; did you mean 'test:herald'?");
    }

    private static void Reports(string code, string when, string words)
    {
        var fault = Fault.In(SomeRules.PackFile, SomeRules.Pack($"when: {when}"));
        fault.IsReportedBy(SomeRules.Build(SomeRules.Files(fault.Text)).Errors, code, words);
    }
}
