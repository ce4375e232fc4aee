using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Packs.Checks;

/// <summary>What a pack loads with and a reader would laugh at: texts that name nobody, are in no Russian, or lack a language.</summary>
public sealed class SentenceLintTests
{
    private const string Entity = "when: { entity: { registry: test-register } }";

    public static TheoryData<string, string, string[]> Warnings => new()
    {
        { "missing-language", "the title of test.rule stands not in 'ru'|add 'ru:'", ["status: on\n    title: { en: A title }"] },
        { "missing-language", "the act 'Act' of test.rule stands not in 'ru'", ["basis: [{ act: { en: Act, de: Gesetz } }]"] },
        { "missing-language", "the note on presentation of test.rule stands not in 'en'", [Disclosure("{ en: a, ru: б }", ", presentation: { note: { ru: крупно } }")] },
        { "missing-language", "has no text in 'ru'; add 'ru:' under 'text', or say which language is official", [Disclosure("{ en: a }")] },
        { "missing-case", "the ru text of test.rule writes the name inside a sentence as registered|{{ subject | genitive }}", [Entity, Disclosure("{ en: 'by {{ subject }}', ru: 'создан агентом {{ subject }}' }")] },
        { "missing-case", "undeclined", [Entity, Disclosure("{ en: 'by {{ subject }}', ru: 'создан агентом {{ subject.name | upcase }}' }")] },
        { "names-nobody", "the ru text of test.rule names nobody, and the en text does", [Entity, Disclosure("{ en: 'by {{ subject }}', ru: создан агентом }")] },
        { "names-nobody", "the notice forms that satisfy foreign-agent name a party, and no text of test.rule does", [Entity, Disclosure("{ en: by an agent, ru: создан агентом }")] },
    };

    public static TheoryData<string[]> Silent => new()
    {
        { ["status: on\n    title: { en: A title, ru: Название }"] },
        { [Disclosure("{ de: Anzeige }", ", officialLanguage: de, accepts: form-de").Replace("foreign-agent", "ad", StringComparison.Ordinal), "notices: [{ id: form-de, type: ad, language: de, pattern: anzeige }]"] },
        { [Entity, Disclosure("{ en: 'by {{ subject }}', ru: 'создан агентом {{ subject | instrumental }}' }")] },
        { [Entity, Disclosure("{ en: 'by {{ subject }}', ru: '{{ subject }} входит в реестр. {{ subject }} там и остаётся' }")] },
        { [Entity, Disclosure("{ en: 'by {{ subject }}', ru: 'автор — {{ subject }}, в реестре значится как «{{ subject }}»' }")] },
        { [Entity, Disclosure("{ en: 'by {{ subject }}', ru: 'в нём есть {{ subject | nominative }}' }")] },
        { [Disclosure("{ en: 'paid by {{ article.attributes.advertiser }}', ru: 'оплачено: {{ article.attributes.advertiser }}' }")] },
        { [Entity, Disclosure("{ en: in the register, ru: в реестре }", ", placement: at-mention")] },
    };

    [Theory]
    [MemberData(nameof(Warnings))]
    public void Warns(string code, string words, string[] lines)
    {
        var warning = Assert.Single(Lint(lines), w => w.Code == code);
        Assert.All(words.Split('|'), part => Assert.Contains(part, warning.Message.Replace("{{ subject |", "{{ subject", StringComparison.Ordinal) + warning.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void Keeps_silent(string[] lines) => Assert.Empty(Lint(lines));

    [Theory]
    [MemberData(nameof(Warnings))]
    public void Takes_an_answer(string code, string words, string[] lines)
    {
        Assert.NotEmpty(words);
        var marked = lines.Any(l => l.StartsWith("status:", StringComparison.Ordinal)) ? [.. lines.Select(l => l.Replace("status: on", $"status: on\n    allow: {{ {code}: it is meant so }}", StringComparison.Ordinal))]
            : lines.Append($"status: on\n    allow: {{ {code}: it is meant so }}").ToArray();
        Assert.DoesNotContain(Lint(marked), w => w.Code == code);
    }

    private static string Disclosure(string text, string more = "") => $"require: [{{ disclosure: foreign-agent, text: {text}{more} }}]";

    private static IReadOnlyList<LabelService.Engine.Model.RuleFileError> Lint(string[] lines)
    {
        var result = SomeRules.Build(SomeRules.Files(SomeRules.Pack(["status: on", .. Together(lines)])));
        Assert.Empty(result.Errors);
        // The rule of the small pack holds for every article, which is another lint's matter.
        return [.. result.Warnings.Where(w => w.Code is not ("always-fires" or "no-subject"))];
    }

    private static IEnumerable<string> Together(string[] lines) => lines.Any(l => l.Contains("'ad'", StringComparison.Ordinal)) ? lines.Reverse() : lines;
}
