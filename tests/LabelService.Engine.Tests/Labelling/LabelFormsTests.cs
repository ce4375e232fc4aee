using System.Collections.Immutable;
using LabelService.Engine.Checking;
using LabelService.Engine.Labelling.Forms;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Labelling;

/// <summary>The forms of labels for places where HTML with a style sheet is not at hand.</summary>
public sealed class LabelFormsTests
{
    private const string Words = "Ice leaves the bay\n\nShips are expected from next week.\n\nSource: Rosbalt";

    [Fact]
    public void Answers_without_forms_unless_asked()
    {
        var report = Check(ReportPart.Labelled);

        Assert.Null(report.Labelled!.Markdown);
        Assert.All(report.Disclosures, d => Assert.Null(d.Forms));
        Assert.DoesNotContain("\"forms\"", System.Text.Encoding.UTF8.GetString(ReportJson.Write(report)), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_the_same_in_every_form()
    {
        var report = Check(ReportPart.Labelled, ReportPart.Forms);
        var notice = Assert.Single(report.Disclosures);
        var text = notice.Text["ru"];

        Assert.Equal($"**{text}** [Что значит эта пометка?](http://127.0.0.1:5080/about/ru/foreign-agent?lang=ru)", notice.Forms!.Markdown["ru"].Replace("\\", "", StringComparison.Ordinal));
        Assert.Equal(notice.Html["ru"], notice.Forms.Amp["ru"]);
        Assert.Contains($">{text}</span>", notice.Forms.Email["ru"], StringComparison.Ordinal);
        Assert.Contains("font-size:2em", notice.Forms.Email["ru"], StringComparison.Ordinal);
        Assert.DoesNotContain("font-size:2em", notice.Forms.Email["en"], StringComparison.Ordinal);
        Assert.All(new[] { report.Labelled!.Markdown, report.Labelled.Amp, report.Labelled.Email }, form => Assert.Contains("Ships are expected", form, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_the_age_mark_for_those_who_hear_it()
    {
        var html = Check(ReportPart.Labelled).Labelled!.Html;

        Assert.Contains("<span class=\"ls-text\" role=\"img\" aria-label=\"18+, not for children\">18+</span>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"http://127.0.0.1:5080/about/ru/age-mark?lang=en\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Лёд ушёл из залива\n\nПервые суда ждут на следующей неделе, сказали в порту.\n\nИсточник: Росбалт", "ru", "18+, запрещено для детей")]
    [InlineData(Words, "en-GB", "18+, not for children")]
    [InlineData("12+\n\n" + Words, "en", "18+, not for children")]
    public void Gives_the_age_mark_that_the_labelled_article_shows(string body, string language, string spoken)
    {
        var report = Check(article => article with { Body = body, Language = language }, null, ReportPart.Labelled);

        var (key, mark) = Assert.Single(report.AgeRating!.Html!);
        Assert.Equal(language[..2], key);
        Assert.StartsWith("<p class=\"ls-age-mark\" data-scale=\"ru-436fz\"", mark, StringComparison.Ordinal);
        Assert.Contains($"aria-label=\"{spoken}\"", mark, StringComparison.Ordinal);
        Assert.Contains(mark, report.Labelled!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_the_age_mark_in_the_languages_asked_for()
    {
        var marks = Check(a => a, ["ru", "en", "en-GB"]).AgeRating!.Html!;

        Assert.Equal(["en", "ru"], marks.Keys);
        Assert.Contains("/about/ru/age-mark?lang=ru", marks["ru"], StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_no_age_mark_where_none_is_to_be_added()
    {
        var report = Check(a => a with { Body = "18+\n\n" + Words }, null);

        Assert.Equal(DisclosureStatus.Present, report.AgeRating!.Status);
        Assert.Null(report.AgeRating.Html);
    }

    [Theory]
    [InlineData("<p style=\"color:red\" onclick=\"x()\">a <font color=\"red\">b</font></p>", "<p>a b</p>")]
    [InlineData("<img src=\"https://press.example/a.png\" width=\"640\" height=\"480\" alt=\"ice\">",
        "<amp-img src=\"https://press.example/a.png\" alt=\"ice\" width=\"640\" height=\"480\" layout=\"responsive\"></amp-img>")]
    [InlineData("<img src=\"https://press.example/a.png\">", "<amp-img src=\"https://press.example/a.png\" alt=\"\" width=\"16\" height=\"9\" layout=\"responsive\"></amp-img>")]
    [InlineData("<p class=\"i-amp-x\">a<br>b &amp; c</p>", "<p>a<br>b &amp; c</p>")]
    public void Writes_what_an_AMP_page_may_hold(string html, string expected) => Assert.Equal(expected, AmpForm.Write(html));

    [Theory]
    [InlineData("<h2>A *title*</h2><p>one <b>two</b> <i>three</i><br>four</p>", "## A \\*title\\*\n\none **two** *three*\\\nfour")]
    [InlineData("<ul><li>one</li><li><p>two</p></li></ul><ol start=\"3\"><li>three</li></ol>", "- one\n- two\n\n3. three")]
    [InlineData("<blockquote><p>one</p><p>two</p></blockquote>", "> one\n>\n> two")]
    [InlineData("<p>1. January</p><p># no title</p><p>- no item</p>", "1\\. January\n\n\\# no title\n\n\\- no item")]
    [InlineData("<p>see <a href=\"https://press.example/a_(b)\">there</a> <img src=\"/a b.png\" alt=\"ice\"></p>", "see [there](https://press.example/a_%28b%29) ![ice](/a%20b.png)")]
    [InlineData("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table>", "| a | b |\n| --- | --- |\n| 1 |  |")]
    [InlineData("<pre>a\n b</pre><p>a  \n b <code>c</code></p>", "```\na\n b\n```\n\na b `c`")]
    public void Writes_Markdown_that_means_the_same(string html, string expected) => Assert.Equal(expected, MarkdownForm.Write(html));

    private static CheckReport Check(params ReportPart[] include) => Check(a => a, null, include);

    private static CheckReport Check(Func<Article, Article> with, ImmutableArray<string>? languages, params ReportPart[] include)
    {
        var request = Some.Request(Words, with, new DateOnly(2023, 2, 7), include) with { Languages = languages };
        return ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), ShippedRules.Ruleset, Exceptions.None);
    }
}
