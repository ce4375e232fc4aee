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
}
