using LabelService.Engine.Documenting;
using LabelService.Engine.Packs;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Documenting;

public sealed class RuleInWordsTests
{
    private static readonly Ruleset Box = Repository.Rules;

    public static TheoryData<string> Rules => [.. Box.Packs.SelectMany(p => p.Rules).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Says_every_shipped_rule_in_both_languages(string id)
    {
        var rule = Rule(id);
        foreach (var language in new[] { "en", "ru" })
        {
            var words = RuleInWords.Of(rule, language, Box.Registries);
            Assert.NotEmpty(words.Title);
            Assert.NotEmpty(words.Asks);
            Assert.All(words.Asks.Append(words.When), w => Assert.False(string.IsNullOrWhiteSpace(w)));
            Assert.DoesNotContain("Condition", words.When, StringComparison.Ordinal);
        }

        Assert.Contains(RuleInWords.Of(rule, "ru", Box.Registries).When, c => c is >= 'а' and <= 'я');
    }

    [Theory]
    [InlineData("de.ads.anzeige", "en", "It speaks when the article is an advertisement or the attribute `sponsored` is “true”. The law looks at the day asked about.")]
    [InlineData("de.ads.anzeige", "ru", "Говорит, когда материал — реклама или атрибут `sponsored` — «true». Закон смотрит на день, на который спрашивают.")]
    public void Says_when_a_rule_speaks(string id, string language, string expected) =>
        Assert.Equal(expected, RuleInWords.Of(Rule(id), language, Box.Registries).When);

    [Fact]
    public void Keeps_an_or_inside_an_and_apart()
    {
        const string Pack = "pack: a\nversion: 1\njurisdiction: any\ntitle: { en: A }\nrules:\n  - id: any.a\n    title: { en: A, ru: А }\n    status: on\n    when: { all: [{ kind: opinion }, { any: [{ tag: x }, { section: y }] }] }\n    require: [{ flag: { action: track, why: { en: A, ru: А } } }]\n";
        var ruleset = RulesetBuilder.Build(new Dictionary<string, string> { ["packs/a/pack.yaml"] = Pack }, new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!;

        Assert.StartsWith("It speaks when the article is an opinion and (the article has the tag “x” or the article's section is “y”).",
            RuleInWords.Of(ruleset.Packs[0].Rules[0], "en", ruleset.Registries).When, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_a_page_with_law_days_and_examples()
    {
        var page = new RuleMarkdown(Box, Repository.Files("rules"), "en").Of(Rule("ru.foreign-agent.material"));

        Assert.Contains("## By which law", page, StringComparison.Ordinal);
        Assert.Contains("In force from 1 December 2022", page, StringComparison.Ordinal);
        Assert.Contains("**It speaks**", page, StringComparison.Ordinal);
        Assert.Contains("**It is silent**", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Explains_every_label_that_a_reader_can_meet()
    {
        var texts = LabelTexts.Read(Repository.Files("rules"));

        Assert.Empty(texts.Errors);
        Assert.Empty(texts.Lacking(Box.Packs));
        Assert.All(LabelAbout.All(Box), l => Assert.All(new[] { "en", "ru" }, language => Assert.NotNull(LabelAbout.Of(l.Jurisdiction, l.Type, Box, texts, language))));
    }

    [Fact]
    public void Tells_a_reader_who_asks_for_a_label_and_which_register_decides()
    {
        var about = LabelAbout.Of("ru", "foreign-agent", Box, LabelTexts.Read(Repository.Files("rules")), "en")!;

        Assert.Contains(about.Laws, l => l.Act.Contains("255-FZ", StringComparison.Ordinal));
        Assert.NotEmpty(about.Registers);
        Assert.DoesNotContain("{{", about.Wordings[0].Text, StringComparison.Ordinal);
        Assert.Null(LabelAbout.Of("de", "foreign-agent", Box, LabelTexts.Read(Repository.Files("rules")), "en"));
    }

    private static Rule Rule(string id) => Box.Packs.SelectMany(p => p.Rules).First(r => r.Id == id);
}
