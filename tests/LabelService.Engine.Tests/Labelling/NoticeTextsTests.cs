using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Labelling;

/// <summary>Texts are rendered once for their subject, and never kept where the article has a say in them.</summary>
public sealed class NoticeTextsTests
{
    private const string Pack = """
        pack: test-ads
        version: 2026.11
        jurisdiction: RU
        title: { en: Advertisements }
        rules:
          - id: test.ads.advertiser
            status: on
            basis: [{ act: Invented act }]
            when:
              attribute: { name: advertiser, exists: true }
            require:
              - disclosure: advertisement
                officialLanguage: en
                text: { en: "Advertisement of {{ article.attributes.advertiser }}" }
                placement: before-body
        """;

    private static readonly Ruleset Rules = RulesetBuilder.Build(
        new Dictionary<string, string> { ["packs/test-ads/pack.yaml"] = Pack }, new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!;

    [Theory]
    [InlineData("Blue Harbour")]
    [InlineData("Green Harbour")]
    public void Renders_anew_what_reads_the_article(string advertiser) => Assert.Equal($"Advertisement of {advertiser}", Text(advertiser));

    [Fact]
    public void Keeps_the_texts_of_two_articles_apart() => Assert.NotEqual(Text("Blue Harbour"), Text("Green Harbour"));

    private static string Text(string advertiser)
    {
        var request = Some.Request("A ferry sails.", a => a with
        {
            Attributes = new Dictionary<string, JsonElement> { ["advertiser"] = JsonSerializer.SerializeToElement(advertiser) },
        });
        var report = ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), Rules, Exceptions.None);
        return Assert.Single(report.Disclosures).Text["en"];
    }
}
