using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Checking;

/// <summary>The article that the product began with, over the rules that ship.</summary>
public sealed class SampleArticleTests
{
    private const string OfficialNotice =
        "Настоящий материал (информация) произведен, распространен и (или) направлен иностранным агентом Акционерным обществом «РС-Балт» "
        + "либо касается деятельности иностранного агента Акционерного общества «РС-Балт»";

    private static string Sample => Repository.Shared("articles/rosbalt-peace-treaty.txt");

    private static string Notice => Sample.Split('\n').Single(l => l.StartsWith("This material", StringComparison.Ordinal)).Trim();

    private static string Bare => Sample.Replace(Notice, "", StringComparison.Ordinal);

    [Fact]
    public void Finds_the_sample_compliant_as_it_is()
    {
        var report = Check(Sample, null, ReportPart.Labelled);

        Assert.Equal(Verdict.Compliant, report.Verdict);
        Assert.Equal(DayOrigin.Unknown, report.AsOf.Origin);
        var disclosure = Assert.Single(report.Disclosures);
        Assert.Equal(("foreign-agent", DisclosureStatus.Present), (disclosure.Type, disclosure.Status));
        var subject = Assert.Single(disclosure.Subjects);
        Assert.Equal(("RS-Balt JSC", Role.Source), (subject.Name, subject.Role));
        Assert.Equal(EvidenceKind.Notice, disclosure.Evidence[0].Kind);
        Assert.Equal(Notice.Replace(" 18+", "", StringComparison.Ordinal), disclosure.Evidence[0].Quote);
        Assert.Contains("translation", disclosure.Why, StringComparison.Ordinal);
        Assert.Equal(("18+", DisclosureStatus.Present), (report.AgeRating!.Value, report.AgeRating.Status));
        Assert.Equal(("Rosbalt", SourceOrigin.SourceLine), (report.Source!.Name, report.Source.Origin));
        Assert.Equal("TASS", Assert.Single(report.Quoted).Name);
        Assert.Equal("en", report.Article.Language);
        Assert.DoesNotContain("You may also like", report.Labelled!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Immediate Access", report.Labelled.Html, StringComparison.Ordinal);
        Assert.Equal(2, report.Labelled.Text.Split("Japan wants to conclude").Length);
    }

    [Fact]
    public void Asks_for_notice_and_mark_where_they_are_lacking()
    {
        var report = Check(Bare, "2023-02-07", ReportPart.Labelled);

        Assert.Equal(Verdict.ActionRequired, report.Verdict);
        var disclosure = Assert.Single(report.Disclosures);
        Assert.Equal((DisclosureStatus.Missing, "ru.foreign-agent.material"), (disclosure.Status, disclosure.Rule));
        Assert.Contains("RS-Balt JSC", disclosure.Text["en"], StringComparison.Ordinal);
        Assert.Contains("иностранным агентом Акционерным обществом «РС-Балт»", disclosure.Text["ru"], StringComparison.Ordinal);
        Assert.Contains("иностранного агента Акционерного общества «РС-Балт»", disclosure.Text["ru"], StringComparison.Ordinal);
        Assert.Equal(("18+", DisclosureStatus.Missing), (report.AgeRating!.Value, report.AgeRating.Status));
        Assert.Contains(disclosure.Text["ru"], report.Labelled!.Text, StringComparison.Ordinal);
        Assert.Contains("18+", report.Labelled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_for_the_earlier_form_before_december_2022()
    {
        var report = Check(Bare, "2022-03-01");

        var disclosure = Assert.Single(report.Disclosures);
        Assert.Equal(DisclosureStatus.Missing, disclosure.Status);
        Assert.StartsWith("данное сообщение (материал) создано", disclosure.Text["ru"], StringComparison.OrdinalIgnoreCase);
        Assert.Null(report.AgeRating);
    }

    [Theory]
    [InlineData("2021-10-14", Verdict.Compliant, 0)]
    [InlineData("2021-10-15", Verdict.ActionRequired, 1)]
    [InlineData("2023-08-24", Verdict.ActionRequired, 1)]
    [InlineData("2023-08-25", Verdict.Compliant, 0)]
    public void Follows_the_days_of_the_listing(string day, Verdict verdict, int disclosures)
    {
        var report = Check(Bare, day);

        Assert.Equal((verdict, disclosures), (report.Verdict, report.Disclosures.Length));
    }

    [Fact]
    public void Leaves_an_unknown_day_to_a_moderator()
    {
        var report = Check(Bare, null);

        Assert.Equal(Verdict.NeedsReview, report.Verdict);
        Assert.Equal(DisclosureStatus.Pending, Assert.Single(report.Disclosures).Status);
        Assert.Equal(DisclosureStatus.Pending, report.AgeRating!.Status);
    }

    [Fact]
    public void Finds_the_notice_unneeded_after_the_listing_ended()
    {
        var report = Check(Sample, "2024-02-07");

        Assert.Equal(Verdict.Compliant, report.Verdict);
        Assert.Equal(DisclosureStatus.Unneeded, Assert.Single(report.Disclosures).Status);
        Assert.Equal(DisclosureStatus.Present, report.AgeRating!.Status);
    }

    [Theory]
    [InlineData("2023-02-07")]
    [InlineData(null)]
    public void Finds_a_weaker_mark_incorrect(string? day)
    {
        var report = Check(Sample.Replace("18+", "12+", StringComparison.Ordinal), day);

        Assert.Equal(("18+", DisclosureStatus.Incorrect), (report.AgeRating!.Value, report.AgeRating.Status));
        Assert.Equal(Verdict.ActionRequired, report.Verdict);
    }

    [Theory]
    [InlineData("2023-02-07")]
    [InlineData(null)]
    public void Finds_a_notice_that_names_another_body_incorrect(string? day)
    {
        var report = Check(Sample.Replace("RS-Balt JSC", "Blue Harbour LLC", StringComparison.Ordinal), day);

        Assert.Equal(DisclosureStatus.Incorrect, Assert.Single(report.Disclosures).Status);
        Assert.Equal(Verdict.ActionRequired, report.Verdict);
    }

    public static TheoryData<string> OfficialNotices =>
    [
        OfficialNotice, OfficialNotice.ToUpperInvariant(), OfficialNotice.Replace('«', '"').Replace('»', '"'),
        OfficialNotice.ToUpperInvariant().Replace('«', '"').Replace('»', '"'), OfficialNotice + ". 18+", OfficialNotice.ToLowerInvariant(),
        OfficialNotice.Replace("произведен, распространен и (или) направлен", "произведен и распространен", StringComparison.Ordinal),
        OfficialNotice.Replace("Акционерным обществом", "АО", StringComparison.Ordinal).Replace("Акционерного общества", "АО", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(OfficialNotices))]
    public void Finds_the_official_notice_present(string notice)
    {
        var report = Check(Sample.Replace(Notice, notice + (notice.EndsWith("18+", StringComparison.Ordinal) ? "" : " 18+"), StringComparison.Ordinal), "2023-02-07");

        Assert.Equal(DisclosureStatus.Present, Assert.Single(report.Disclosures).Status);
        Assert.Equal(Verdict.Compliant, report.Verdict);
    }

    [Fact]
    public void Reads_html_and_markdown_as_the_same_article()
    {
        var paragraphs = Sample.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var html = Html(paragraphs);
        var markdown = string.Join("\n\n", paragraphs.Select((p, i) => i < 2 ? "# " + p : p.StartsWith("This material", StringComparison.Ordinal) ? "😀 **" + p.Replace("RS-Balt", "*RS-Balt*", StringComparison.Ordinal) + "**" : p));
        foreach (var (body, format) in new[] { (html, ArticleFormat.Html), (markdown, ArticleFormat.Markdown) })
        {
            foreach (var day in new[] { null, "2023-02-07", "2024-02-07" })
            {
                var report = Check(body, day, a => a with { Format = format }, ReportPart.Labelled);
                var text = Check(Sample, day);

                Assert.True(text.Verdict == report.Verdict, body + JsonSerializer.Serialize(report, ContractJson.Readable));
                Assert.Equal(text.Disclosures.Select(d => (d.Id, d.Status)), report.Disclosures.Select(d => (d.Id, d.Status)));
                Assert.Equal((text.AgeRating!.Value, text.AgeRating.Status), (report.AgeRating!.Value, report.AgeRating.Status));
                Assert.Equal((text.Source!.Name, text.Article.Title), (report.Source!.Name, report.Article.Title));
                Assert.Equal(text.Quoted.Select(q => q.Name), report.Quoted.Select(q => q.Name));
                Assert.DoesNotContain("You may also like", report.Labelled!.Html, StringComparison.Ordinal);
                foreach (var evidence in report.Disclosures.SelectMany(d => d.Evidence).Concat(report.AgeRating.Evidence).Append(report.Source.Evidence))
                {
                    Assert.Equal(body[evidence.Start!.Value..evidence.End!.Value], evidence.Quote);
                }
            }
        }
    }

    private static string Html(string[] paragraphs)
    {
        var lines = paragraphs.TakeWhile(p => p != "You may also like").Select((p, i) => i < 2
            ? $"<h1>{p}</h1>"
            : p.StartsWith("This material", StringComparison.Ordinal)
                ? "<div><p>\u00A0&#128512; <b>" + p.Replace("(information)", "(<i>informa&shy;tion</i>) 😀", StringComparison.Ordinal).Replace("by a foreign agent", "by&nbsp;a foreign <em>agent</em>", StringComparison.Ordinal) + "</b></p></div>"
                : $"<p>{p.Replace("&", "&amp;", StringComparison.Ordinal).Replace("—", "&mdash;", StringComparison.Ordinal)}</p>");
        return "<article>" + string.Join('\n', lines) + "</article><aside><h3>You may also like</h3><ul><li><a href=\"/x\">Immediate Access Pro</a></li></ul></aside>";
    }

    private static CheckReport Check(string body, string? publishedAt, params ReportPart[] include) => Check(body, publishedAt, a => a, include);

    private static CheckReport Check(string body, string? publishedAt, Func<Article, Article> with, params ReportPart[] include)
    {
        var request = Some.Request(body, with, null, include);
        if (publishedAt is not null)
        {
            Assert.True(Moment.TryParse(publishedAt, out var moment));
            request = request with { Article = request.Article with { PublishedAt = moment } };
        }

        return ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), Repository.Rules, Exceptions.None);
    }
}
