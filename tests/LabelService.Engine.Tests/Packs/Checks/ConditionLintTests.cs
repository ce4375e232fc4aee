using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Packs.Checks;

/// <summary>Conditions that no article meets, that every article meets, or that meet what nobody meant.</summary>
public sealed class ConditionLintTests
{
    public static TheoryData<string, string> Never => new()
    {
        { "{ all: [{ kind: news }, { kind: [opinion, satire] }] }", "two lists of kinds that have nothing in common|put them in one list" },
        { "{ all: [{ kind: news }, { not: { kind: [news, opinion] } }] }", "excluded by its 'not'" },
        { "{ all: [{ format: html }, { format: text }] }", "lists of formats" },
        { "{ all: [{ section: world }, { all: [{ section: Sport }, { kind: news }] }] }", "lists of sections" },
        { "{ all: [{ language: en }, { language: [ru, uk] }] }", "lists of languages" },
        { "{ all: [{ tag: a }, { not: { tag: a } }] }", "for its opposite|take one of the two out" },
        { "{ all: [{ published: { until: 2020-01-01 } }, { published: { from: 2020-01-01 } }] }", "ranges of the day of publication have no day in common" },
        { "{ all: [{ asked: { until: 2020-01-01 } }, { asked: { from: 2021-01-01 } }] }", "of the day asked about" },
        { "{ age: { moreThanDays: 10, lessThanDays: 11 } }", "no age in days" },
        { "{ all: [{ age: { moreThanYears: 1 } }, { age: { lessThanDays: 300 } }] }", "no age in days" },
        { "{ attribute: { name: ai, exists: false, equals: x } }", "absent and for a value of it" },
        { "{ attribute: { name: ai, above: 5, below: 5 } }", "no number is above 5 and below 5" },
        { "{ all: [{ attribute: { name: ai, exists: false } }, { attribute: { name: ai, equals: x } }] }", "absent and that it is there" },
        { "{ all: [{ attribute: { name: ai, above: 5 } }, { attribute: { name: ai, below: 3 } }] }", "above 5 and below 3" },
        { "{ entity: { registry: test-register, role: author, material: repost } }", "'material: repost' is known of a source only" },
        { "{ all: [{ entity: { registry: test-register, role: author } }, { entity: { registry: test-register, role: linked } }] }", "their roles have nothing in common" },
        { "{ all: [{ entity: { registry: test-register, kind: person } }, { entity: { registry: test-register, kind: media } }] }", "their kinds have nothing in common" },
        { "{ all: [{ entity: { registry: test-register } }, { former: { registry: test-register } }] }", "on a register and off it on one day" },
        { "{ not: { always: true } }", "holds for every article" },
        { "{ any: [{ not: { always: true } }, { attribute: { name: ai, exists: false, equals: x } }] }", "can never fire" },
    };

    public static TheoryData<string> May => new()
    {
        { "{ any: [{ kind: news }, { kind: opinion }] }" },
        { "{ all: [{ kind: [news, opinion] }, { not: { kind: opinion } }] }" },
        { "{ all: [{ language: en }, { language: en-GB }] }" },
        { "{ all: [{ tag: a }, { tag: b }, { not: { tag: c } }] }" },
        { "{ all: [{ published: { from: 2020-01-01 } }, { asked: { until: 2019-01-01 } }] }" },
        { "{ age: { moreThanDays: 10, lessThanDays: 12 } }" },
        { "{ all: [{ attribute: { name: regions, equals: DE } }, { attribute: { name: regions, equals: FR } }] }" },
        { "{ all: [{ entity: { registry: test-register, role: [source] } }, { entity: { registry: test-register, role: mentioned } }] }" },
        { "{ any: [{ kind: news }, { not: { always: true } }] }" },
    };

    [Theory]
    [MemberData(nameof(Never))]
    public void Finds_what_never_holds(string when, string words)
    {
        var warning = Assert.Single(Lint($"when: {when}"));
        Assert.Equal("never-fires", warning.Code);
        Assert.StartsWith("the rule test.rule can never fire: ", warning.Message, StringComparison.Ordinal);
        Assert.All(words.Split('|'), part => Assert.Contains(part, warning.Message, StringComparison.Ordinal));
        Assert.Empty(Lint($"when: {when}", "status: on\n    allow: { never-fires: it waits for a law }"));
    }

    [Theory]
    [MemberData(nameof(May))]
    public void Leaves_what_may_hold(string when) => Assert.Empty(Lint($"when: {when}"));

    [Theory]
    [InlineData("asked", "2021-01-01", true)]
    [InlineData("asked", "2023-01-01", false)]
    [InlineData("published", "2021-01-01", false)]
    public void Finds_days_outside_those_of_the_rule(string condition, string until, bool warns)
    {
        var found = Lint($"when: {{ {condition}: {{ until: {until} }} }}", "status: on\n    effective: { from: 2022-01-01 }");
        Assert.Equal(warns ? ["never-fires"] : [], found.Select(w => w.Code));
    }

    [Theory]
    [InlineData("{ always: true }", true)]
    [InlineData("{ any: [{ kind: news }, { always: true }] }", true)]
    [InlineData("{ any: [{ kind: news }, { not: { kind: news } }] }", true)]
    [InlineData("{ kind: news }", false)]
    public void Finds_a_text_that_every_article_would_carry(string when, bool warns)
    {
        var found = Lint($"when: {when}", "require: [{ age: { scale: scale, value: 18+ } }]");
        Assert.Equal(warns ? ["always-fires"] : [], found.Select(w => w.Code));
        Assert.All(found, w => Assert.Contains("holds for every article|ask for something of the article".Split('|')[0], w.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("any: [выборы]", "'выборы', which any article may use as an ordinary word; write a phrase")]
    [InlineData("any: [голоса, light, тетраэдр]", "'голоса', 'light', which any article may use as ordinary words")]
    [InlineData("any: [это не]", "'это не'")]
    [InlineData("all: [вода]", "'вода'")]
    [InlineData("any: [тетраэдр, выборы президента]", null)]
    [InlineData("any: [выборы], atLeast: 2", null)]
    [InlineData("all: [вода, тетраэдр]", null)]
    public void Finds_a_term_that_is_a_common_word(string terms, string? words)
    {
        var found = Lint($"when: {{ terms: {{ {terms} }} }}");
        Assert.Equal(words is null ? [] : ["common-word"], found.Select(w => w.Code));
        Assert.All(found, w => Assert.Contains(words!, w.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(@"erid.*", ".*", ".{0,80}")]
    [InlineData(@"erid[^\n]+x", @"[^\n]+", @"[^\n]{1,80}")]
    [InlineData(@"\berid\W*", @"\W*", @"\W{0,80}")]
    [InlineData(@"(?:a|b){2,}c", "){2,}", "){2,80}")]
    [InlineData(@"[\w-]+@", @"[\w-]+", @"[\w-]{1,80}")]
    [InlineData(@"\p{L}+x", @"\p{L}+", @"\p{L}{1,80}")]
    [InlineData(@"(?m)^erid\s*[:=]\s+[0-9a-z]{1,40}x+$", null, null)]
    [InlineData(@"[]a]*x\.*y(?<n>b)?", null, null)]
    public void Finds_a_pattern_without_an_end(string regex, string? part, string? right)
    {
        var found = Lint($"when: {{ pattern: {{ regex: '{regex}' }} }}");
        Assert.Equal(part is null ? [] : ["unbounded-pattern"], found.Select(w => w.Code));
        Assert.All(found, w => Assert.Contains($"has '{part}', which runs on over a text of any length; say how far it may reach, such as '{right}'", w.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ common-wrd: why }", "unknown-key", "'allow' has no key 'common-wrd'; did you mean 'common-word'?")]
    [InlineData("{ common-word: }", "missing-value", "allowed without a reason; write why")]
    public void Refuses_an_answer_that_answers_nothing(string allow, string code, string words)
    {
        var result = SomeRules.Build(SomeRules.Files(SomeRules.Pack($"status: on\n    allow: {allow}")));
        Assert.Equal(code, Assert.Single(result.Errors).Code);
        Assert.Contains(words, result.Errors[0].Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<LabelService.Engine.Model.RuleFileError> Lint(params string[] lines)
    {
        var result = SomeRules.Build(SomeRules.Files(SomeRules.Pack(lines)));
        Assert.Empty(result.Errors);
        return result.Warnings;
    }
}
