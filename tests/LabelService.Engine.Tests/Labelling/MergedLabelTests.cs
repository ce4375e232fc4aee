using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Labelling;

/// <summary>A body that two registers list bears one mark, which says all.</summary>
public sealed class MergedLabelTests
{
    private const string Registry = """
        id,kind,name,name_en,aliases,quoted_aliases,gender,domains,accounts,country,listed_from,listed_until,order,source,notes
        {0}:lantern,organisation,Общество «Зелёный фонарь»,Green Lantern Society,Зелёный фонарь;Green Lantern Society,,,,,XX,2021-01-01,,,,
        {0}:harbour,organisation,Фонд «Синяя гавань»,Blue Harbour Fund,Синяя гавань;Blue Harbour Fund,,,,,XX,2021-01-01,,,,

        """;

    private const string Pack = """
        pack: xx-marks
        version: 2026.11
        jurisdiction: RU
        title: { en: Marks }
        notices:
          - { id: a-ru, type: listed-a, language: ru, shape: inline, pattern: "в первом списке" }
          - { id: b-ru, type: listed-b, language: ru, shape: inline, pattern: "во втором списке" }
          - { id: c-ru, type: listed-c, language: ru, shape: inline, pattern: "в третьем списке" }
          - { id: a-own, type: listed-a, language: ru, pattern: "это материал {subject} из первого списка" }
          - { id: b-own, type: listed-b, language: ru, pattern: "это материал {subject} из второго списка" }
        rules:
          - id: xx.a
            status: on
            when: { entity: { registry: list-a, role: [quoted, mentioned] } }
            require: [{ disclosure: listed-a, text: { ru: в первом списке }, placement: at-mention }]
          - id: xx.b
            status: on
            when: { entity: { registry: list-b, role: [quoted, mentioned] } }
            require: [{ disclosure: listed-b, text: { ru: во втором списке }, placement: at-mention }]
          - id: xx.c
            status: on
            when: { entity: { registry: list-b, role: [quoted, mentioned] } }
            require: [{ disclosure: listed-c, text: { ru: "(в третьем списке)" }, placement: at-mention }]
          - id: xx.own-a
            status: on
            when: { entity: { registry: list-a, role: source } }
            require: [{ disclosure: listed-a, text: { ru: "Это материал {{ subject }} из первого списка" }, placement: before-body }]
          - id: xx.own-b
            status: on
            when: { entity: { registry: list-b, role: source } }
            require: [{ disclosure: listed-b, text: { ru: "Это материал {{ subject }} из второго списка" }, placement: before-body }]
        """;

    private const string Note = "title: { en: A list }\njurisdiction: RU\nretrieved: 2026-10-20\nfreshForDays: 3650\n";

    private static readonly Ruleset Rules = RulesetBuilder.Build(
        new Dictionary<string, string>
        {
            ["packs/xx-marks/pack.yaml"] = Pack,
            ["registries/list-a.yaml"] = Note,
            ["registries/list-b.yaml"] = Note,
            ["registries/list-a.csv"] = Registry.Replace("{0}", "a", StringComparison.Ordinal),
            ["registries/list-b.csv"] = Registry.Replace("{0}", "b", StringComparison.Ordinal),
        },
        new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!;

    [Fact]
    public void Says_all_statuses_of_a_name_in_one_bracket()
    {
        var report = Check("Общество «Зелёный фонарь» открыло выставку в порту. Её увидят все.");

        Assert.StartsWith("Общество «Зелёный фонарь» (в первом списке; во втором списке; в третьем списке) открыло выставку", report.Labelled!.Text, StringComparison.Ordinal);
        Assert.Equal(3, report.Disclosures.Length);
        Assert.All(report.Disclosures, d => Assert.Equal(DisclosureStatus.Missing, d.Status));
        Assert.Equal("в третьем списке", report.Disclosures.Single(d => d.Type == "listed-c").Text["ru"]);
    }

    [Theory]
    [InlineData(ArticleFormat.Text, "Общество «Зелёный фонарь» и Фонд «Синяя гавань» открыли выставку в порту.")]
    [InlineData(ArticleFormat.Html, "<p>Общество «Зелёный фонарь» и <b>Фонд «Синяя гавань»</b> открыли выставку в порту.</p>")]
    [InlineData(ArticleFormat.Markdown, "Общество «Зелёный фонарь» и **Фонд «Синяя гавань»** открыли *выставку* в порту.")]
    public void Knows_every_status_of_the_bracket_again(ArticleFormat format, string body)
    {
        var first = Check(body, format).Labelled!;
        var (text, html) = (Check(first.Text), Check(first.Html, ArticleFormat.Html));

        Assert.Equal(6, text.Disclosures.Length);
        Assert.All(text.Disclosures.Concat(html.Disclosures), d => Assert.Equal(DisclosureStatus.Present, d.Status));
        Assert.Equal((Verdict.Compliant, Verdict.Compliant), (text.Verdict, html.Verdict));
        Assert.Equal((first.Text, first.Html), (text.Labelled!.Text, html.Labelled!.Html));
    }

    [Theory]
    [InlineData("Общество «Зелёный фонарь» (во втором списке) открыло выставку.", "(во втором списке; в первом списке; в третьем списке)")]
    [InlineData("Общество «Зелёный фонарь» (в третьем списке; во втором списке) открыло выставку.", "(в третьем списке; во втором списке; в первом списке)")]
    public void Joins_a_remark_that_is_there(string body, string bracket)
    {
        var report = Check(body);

        Assert.Contains($"Общество «Зелёный фонарь» {bracket} открыло", report.Labelled!.Text, StringComparison.Ordinal);
        Assert.Equal(Verdict.Compliant, Check(report.Labelled.Text).Verdict);
    }

    [Fact]
    public void Leaves_a_remark_behind_other_words_of_a_bracket_alone() =>
        Assert.All(
            Check("Общество «Зелёный фонарь» (основано в 1990 году; в первом списке) открыло выставку.").Disclosures,
            d => Assert.Equal(DisclosureStatus.Missing, d.Status));

    [Fact]
    public void Puts_statements_of_one_source_into_one_block()
    {
        var report = Check("Выставка открыта в порту.\n\nИсточник: Зелёный фонарь");

        var html = report.Labelled!.Html;
        Assert.StartsWith("<div class=\"ls-label-group\"><p class=\"ls-disclosure\" data-type=\"listed-a\"", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("ls-label-group").Length - 1);
        var again = Check(html, ArticleFormat.Html);
        Assert.Equal((Verdict.Compliant, html), (again.Verdict, again.Labelled!.Html));
    }

    [Theory]
    [InlineData("<p>Пишет <a href=\"https://press.example/1\"><b>Фонд «Синяя гавань»</b></a> о порте.</p>", "</b></a> <span class=\"ls-remark\"")]
    [InlineData("<p>Пишет <a href=\"https://press.example/1\">Фонд «Синяя гавань» и другие</a> о порте.</p>", "гавань» <span class=\"ls-remark\"")]
    public void Never_puts_a_link_into_a_link(string body, string expected)
    {
        var report = Check(body, ArticleFormat.Html);

        var html = report.Labelled!.Html;
        Assert.Contains(expected, html, StringComparison.Ordinal);
        var again = Check(html, ArticleFormat.Html);
        Assert.Equal((Verdict.Compliant, html), (again.Verdict, again.Labelled!.Html));
    }

    private static CheckReport Check(string body, ArticleFormat format = ArticleFormat.Text)
    {
        var request = Some.Request(body, a => a with { Format = format, Language = "ru" }, new DateOnly(2026, 11, 1), ReportPart.Labelled);
        return ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), Rules, Exceptions.None);
    }
}
