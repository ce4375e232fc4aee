using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Packs;

/// <summary>Every designed error of what a rule requires, its notice texts included.</summary>
public sealed class RequirementFaultTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "shape", "‸x", "'x' stands in 'require'|disclosure, age or flag" },
        { "empty-list", "‸[]", "'require' is an empty list" },
        { "requirement", "[‸{}]", "an item of 'require' is empty|disclosure, age, flag" },
        { "requirement", "[‸{ disclosures: x }]", "'disclosures' is nothing that a rule can require; did you mean 'disclosure'?" },
        { "requirement", "[‸{ age: { scale: scale, value: 18+ }, flag: { action: track, why: a } }]", "age and flag stand in one item|'- ' of its own" },
        // disclosures
        { "missing-key", "[{ ‸disclosure: , text: a }]", "a disclosure lacks 'disclosure'|foreign-agent" },
        { "id", "[{ disclosure: ‸Foreign Agent, text: a }]", "is not an id for a type of disclosure" },
        { "missing-key", "[‸{ disclosure: foreign-agent }]", "a disclosure lacks 'text'|text: {" },
        { "unknown-key", "[{ disclosure: foreign-agent, text: a, ‸texts: b }]", "a disclosure has no key 'texts'; did you mean 'text'?" },
        { "language", "[{ disclosure: foreign-agent, text: a, officialLanguage: ‸russian }]", "'russian' is not a language" },
        { "unknown-word", "[{ disclosure: foreign-agent, text: a, placement: ‸top }]", "'placement' is 'top'|before-title, before-body" },
        { "unknown-notice-form", "[{ disclosure: foreign-agent, text: a, accepts: ‸forms }]", "there is no notice form 'forms'; did you mean 'form'?" },
        { "needs", "[{ disclosure: foreign-agent, text: a, needs: ‸erid }]", "'erid' is not the path of an attribute|attributes.erid" },
        { "flag", "[{ disclosure: foreign-agent, text: a, review: ‸maybe }]", "'review' is 'maybe'|true or false" },
        { "shape", "[{ disclosure: foreign-agent, text: a, presentation: ‸large }]", "'presentation' is 'large'|minFontRatio" },
        { "number", "[{ disclosure: foreign-agent, text: a, presentation: { minFontRatio: ‸big } }]", "'minFontRatio' is 'big'|from 0.1 to 20" },
        { "flag", "[{ disclosure: foreign-agent, text: a, presentation: { contrast: ‸high } }]", "'contrast' is 'high'|true or false" },
        // templates
        { "template", "[{ disclosure: foreign-agent, text: ‸'by {{ subject' }]", "the en text is not a template|{{ subject | genitive }}" },
        { "template", "[{ disclosure: foreign-agent, text: { ru: ‸'{% for a in b %}{% endfor %}' } }]", "the ru text is not a template" },
        { "template", "[{ disclosure: foreign-agent, text: ‸'{% include \"a\" %}' }]", "is not a template" },
        { "template-variable", "[{ disclosure: foreign-agent, text: ‸'{{ subjekt }}' }]", "uses 'subjekt': there is no such variable; did you mean 'subject'?" },
        { "template-variable", "[{ disclosure: foreign-agent, text: ‸'{{ subject.nam }}' }]", "subject has no such member; did you mean 'name'?" },
        { "template-variable", "[{ disclosure: foreign-agent, text: ‸'{{ article.title }}' }]", "its attributes only|article.attributes.erid" },
        { "template-filter", "[{ disclosure: foreign-agent, text: ‸'{{ subject | gentive }}' }]", "no such filter; did you mean 'genitive'?" },
        // age marks
        { "missing-key", "[{ ‸age: }]", "an age requirement lacks 'age'" },
        { "shape", "[{ age: ‸18+ }]", "'age' is '18+'|scale, value" },
        { "missing-key", "[{ age: ‸{ value: 18+ } }]", "'age' lacks 'scale'|ru-436fz" },
        { "missing-key", "[{ age: ‸{ scale: scale } }]", "'age' lacks 'value'|18+" },
        { "unknown-age-scale", "[{ age: { scale: ‸scala, value: 18+ } }]", "there is no age scale 'scala'; did you mean 'scale'?" },
        { "unknown-mark", "[{ age: { scale: scale, value: ‸21+ } }]", "the scale 'scale' has no mark '21+'" },
        // flags
        { "missing-key", "[{ ‸flag: }]", "a flag lacks 'flag'" },
        { "shape", "[{ flag: ‸track }]", "'flag' is 'track'|action, why" },
        { "missing-key", "[{ flag: ‸{ why: a } }]", "'flag' lacks 'action'|track" },
        { "unknown-word", "[{ flag: { action: ‸warn, why: a } }]", "'action' is 'warn'|track, block, suggest" },
        { "missing-key", "[{ flag: ‸{ action: track } }]", "'flag' lacks 'why'|one plain sentence" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Reports_where_and_what_would_be_right(string code, string require, string words)
    {
        var fault = Fault.In(SomeRules.PackFile, SomeRules.Pack($"require: {require}"));
        fault.IsReportedBy(SomeRules.Build(SomeRules.Files(fault.Text)).Errors, code, words);
    }
}
