using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Rulesets;

namespace LabelService.Engine.Tests.Labelling;

/// <summary>The attribute by which machines read how far an article was made by artificial intelligence.</summary>
public sealed class AiDisclosureTests
{
    [Theory]
    [InlineData("generated", "<article class=\"ls-article\" ai-disclosure=\"ai-generated\">")]
    [InlineData("assisted", "<article class=\"ls-article\" ai-disclosure=\"ai-assisted\">")]
    [InlineData("none", null)]
    [InlineData("\\\"><script>", null)]
    public void Says_it_around_the_article_and_never_twice(string ai, string? expected)
    {
        var first = Label(ai, "<h1>A bridge</h1><p>The bridge was opened on Monday.</p>");

        Assert.Equal(expected, first.StartsWith("<article", StringComparison.Ordinal) ? first[..(first.IndexOf('>', StringComparison.Ordinal) + 1)] : null);
        Assert.Equal(first, Label(ai, first));
    }

    private static string Label(string ai, string body)
    {
        var request = JsonSerializer.Deserialize<CheckRequest>(
            $$"""{ "article": { "body": {{JsonSerializer.Serialize(body)}}, "format": "html", "attributes": { "ai": "{{ai}}" } }, "include": ["labelled"], "jurisdictions": ["any", "EU"], "asOf": "2026-11-01" }""", ContractJson.Wire)!;
        return ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), ShippedRules.Ruleset, Exceptions.None).Labelled!.Html;
    }
}
