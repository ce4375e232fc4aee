using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Packs.Checks;

/// <summary>What a pack loads with and should still mend. A warning of a whole rule stands at the rule's first key.</summary>
public sealed class RuleLintTests
{
    public static TheoryData<string, string, string> Warnings => new()
    {
        { "no-cases", "cases:", "the rule test.rule has no cases|cases/rule.yaml" },
        { "no-note", "status: off", "test.rule is off and does not say why|add a 'note'" },
        { "no-why", "require: [{ flag: { action: track, why: { en: a } } }]", "the flag of test.rule says its 'why' not in 'ru'" },
        { "no-official-text", "require: [{ disclosure: foreign-agent, officialLanguage: ru, text: { en: a } }]", "has no text in its official language; add 'ru:'" },
        { "day-order", "status: on\n    effective: { from: 2023-01-01, reviewBy: 2022-01-01 }", "reviewBy 2022-01-01 of test.rule is not after from 2023-01-01" },
        { "day-order", "status: on\n    effective: { until: 2023-01-01, reviewBy: 2023-01-01 }", "a law's planned end is reviewBy only" },
        { "no-form", "require: [{ disclosure: ad, text: a }]", "no notice form of the pack has the type ad|add one under 'notices'" },
    };

    [Theory]
    [MemberData(nameof(Warnings))]
    public void Warns_at_the_rule(string code, string line, string words)
    {
        var fault = Fault.In(SomeRules.PackFile, SomeRules.Pack(line).Replace("- id:", "- ‸id:", StringComparison.Ordinal));
        Warns(fault, code, words);
    }

    [Fact]
    public void Warns_of_a_form_of_another_type()
    {
        var pack = SomeRules.Pack(
            "notices: [{ id: form, type: ad, language: en, pattern: paid by somebody }, { id: own, type: foreign-agent, language: en, pattern: produced by agents }]",
            "require: [{ disclosure: foreign-agent, text: a, accepts: [own, form] }]");
        Warns(Fault.In(SomeRules.PackFile, pack.Replace("- id:", "- ‸id:", StringComparison.Ordinal)), "form-type", "accepts the notice form form, whose type is not foreign-agent");
    }

    [Theory]
    [InlineData("{ kind: news }", true)]
    [InlineData("{ any: [{ entity: { registry: test-register } }, { kind: news }] }", true)]
    [InlineData("{ all: [{ entity: { registry: test-register } }, { kind: news }] }", false)]
    [InlineData("{ former: { registry: test-register } }", false)]
    public void Warns_of_a_subject_that_no_entity_fills(string when, bool warns)
    {
        var fault = Fault.In(SomeRules.PackFile, SomeRules.Pack($"when: {when}", "require: [{ disclosure: foreign-agent, text: ‸'by {{ subject }}' }]"));
        if (warns)
        {
            Warns(fault, "no-subject", "the en text of test.rule names a subject|add an 'entity' condition");
        }
        else
        {
            Assert.DoesNotContain(SomeRules.Build(SomeRules.Files(fault.Text)).Warnings, w => w.Code == "no-subject");
        }
    }

    private static void Warns(Fault fault, string code, string words)
    {
        var result = SomeRules.Build(SomeRules.Files(fault.Text));
        Assert.Empty(result.Errors);
        // A small rule has other faults too, which other tests look at.
        fault.IsReportedBy([.. result.Warnings.Where(w => w.Code == code)], code, words);
    }
}
