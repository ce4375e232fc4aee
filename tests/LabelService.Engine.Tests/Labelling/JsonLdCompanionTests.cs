using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Rulesets;

namespace LabelService.Engine.Tests.Labelling;

/// <summary>What the CMS declares stands in the machine-readable companion too.</summary>
public sealed class JsonLdCompanionTests
{
    [Theory]
    [InlineData("""{ "sponsored": true }""", "@type", "AdvertiserContentArticle")]
    [InlineData("""{ "sponsored": false }""", "@type", "NewsArticle")]
    [InlineData("""{ "ai": "generated" }""", "digitalSourceType", "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")]
    [InlineData("""{ "ai": "assisted" }""", "digitalSourceType", "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia")]
    [InlineData("""{ "ai": "none" }""", "digitalSourceType", null)]
    [InlineData("""{ "correction": { "date": "2026-08-03", "text": "200 metres" } }""", "correction",
        """{"@type":"CorrectionComment","text":"200 metres","datePublished":"2026-08-03"}""")]
    [InlineData("""{ "correction": { "date": "2026-08-03" } }""", "correction", null)]
    public void Says_what_the_attributes_declare(string attributes, string property, string? expected)
    {
        var request = JsonSerializer.Deserialize<CheckRequest>(
            $$"""{ "article": { "body": "The bridge was opened on Monday.", "attributes": {{attributes}} }, "include": ["labelled"], "jurisdictions": ["US"] }""", ContractJson.Wire)!;

        var report = ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), ShippedRules.Ruleset, Exceptions.None);

        var value = report.Labelled!.JsonLd[property];
        Assert.Equal(expected, value is null ? null : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());
    }

    [Fact]
    public void Names_the_pages_on_which_a_publisher_explains_itself()
    {
        var request = JsonSerializer.Deserialize<CheckRequest>(
            """
            { "article": { "body": "The bridge was opened on Monday.", "publisher": { "name": "The Invented Courier" }, "attributes": {
              "correctionsPolicy": "https://courier.example/corrections", "publishingPrinciples": "https://courier.example/principles", "ownershipFundingInfo": "https://courier.example/owners" } },
              "include": ["labelled"], "jurisdictions": ["US"] }
            """, ContractJson.Wire)!;

        var publisher = ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), ShippedRules.Ruleset, Exceptions.None).Labelled!.JsonLd["publisher"]!;

        Assert.Equal(
            ("https://courier.example/corrections", "https://courier.example/principles", "https://courier.example/owners"),
            (publisher["correctionsPolicy"]!.GetValue<string>(), publisher["publishingPrinciples"]!.GetValue<string>(), publisher["ownershipFundingInfo"]!.GetValue<string>()));
    }

    [Fact]
    public void Leads_from_a_source_that_a_list_of_state_media_includes_to_what_that_means()
    {
        var files = ShippedRules.Files();
        files["registries/state-media.csv"] = files["registries/state-media.csv"].TrimEnd() + "\nxx:river-wire,media,River Wire,River Wire,,,,,,XX,2020-01-01,,,,\n";
        var ruleset = RulesetBuilder.Build(files, new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!;
        var request = JsonSerializer.Deserialize<CheckRequest>(
            """{ "article": { "body": "The bridge was opened on Monday.\n\nSource: River Wire" }, "asOf": "2026-11-01", "include": ["labelled"], "jurisdictions": ["any"] }""", ContractJson.Wire)!;

        var source = ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), ruleset, Exceptions.None).Labelled!.JsonLd["sourceOrganization"]!;

        Assert.Equal("http://127.0.0.1:5080/about/any/state-media?lang=en", source["ownershipFundingInfo"]!.GetValue<string>());
    }
}
