using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Rulesets;

namespace LabelService.Engine.Tests.Finding;

/// <summary>Words that make a notice only alone on their line, recognised once for every jurisdiction.</summary>
public sealed class LineNoticesTests
{
    private const string Text = "The bridge over the river was opened on Monday, and ships may pass it.";

    [Theory]
    [InlineData("Anzeige", DisclosureStatus.Present)]
    [InlineData("+++ ANZEIGE +++", DisclosureStatus.Present)]
    [InlineData("Werbung", DisclosureStatus.Incorrect)]
    [InlineData("Anzeige gegen Unbekannt", DisclosureStatus.Missing)]
    [InlineData("Die Anzeige", DisclosureStatus.Missing)]
    public void Reads_a_word_alone_on_its_line(string line, DisclosureStatus status) =>
        Assert.Equal(status, Assert.Single(Check($"{line}\n\n{Text}", ArticleKind.Advertisement, "DE").Disclosures).Status);

    [Fact]
    public void Lets_one_line_serve_every_jurisdiction()
    {
        var report = Check($"Advertisement\n\n{Text}", ArticleKind.Advertisement, "GB", "US");

        Assert.Equal(["GB", "US"], report.Disclosures.Select(d => d.Jurisdiction).Order(StringComparer.Ordinal));
        Assert.All(report.Disclosures, d => Assert.Equal(DisclosureStatus.Present, d.Status));
    }

    [Theory]
    [InlineData("Advertisement")]
    [InlineData("Opinion")]
    public void Finds_no_fault_with_words_that_no_law_asks_for(string line) =>
        Assert.Empty(Check($"{line}\n\n{Text}", ArticleKind.News, "US").Disclosures);

    private static CheckReport Check(string body, ArticleKind kind, params string[] jurisdictions)
    {
        var request = new CheckRequest { Article = new Article { Body = body, Kind = kind }, Jurisdictions = [.. jurisdictions] };
        return ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), ShippedRules.Ruleset, Exceptions.None);
    }
}
