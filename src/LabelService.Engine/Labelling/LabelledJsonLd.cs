using System.Text.Json;
using System.Text.Json.Nodes;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Reconciling;

namespace LabelService.Engine.Labelling;

/// <summary>The machine-readable companion, in schema.org's terms.</summary>
internal static class LabelledJsonLd
{
    public static JsonObject Write(ArticleFacts facts, Reconciled reconciled, string publicUrl)
    {
        var article = facts.Request.Article;
        var json = new JsonObject { ["@context"] = "https://schema.org", ["@type"] = IsSponsored(article) ? "AdvertiserContentArticle" : TypeOf(article.Kind) };
        Put(json, "headline", facts.Parts.Title);
        Put(json, "inLanguage", facts.Article.Language);
        Put(json, "url", article.Url);
        Put(json, "datePublished", article.PublishedAt?.ToString());
        Put(json, "contentRating", reconciled.Ages.FirstOrDefault(a => a.Status != DisclosureStatus.Pending)?.Value);
        PutParty(json, "publisher", article.Publisher?.Name, article.Publisher?.Url);
        PutParty(json, "sourceOrganization", facts.Source?.Name, facts.Source?.Url);
        PutPolicies(json, facts, reconciled, publicUrl);
        Put(json, "digitalSourceType", DigitalSource(article));
        PutCorrection(json, Text(article, "correction.text"), Text(article, "correction.date"));
        if (article.Authors is { IsDefaultOrEmpty: false } authors)
        {
            json["author"] = new JsonArray([.. authors.Where(a => a.Name is not null).Select(a => (JsonNode)new JsonObject { ["@type"] = "Person", ["name"] = a.Name })]);
        }

        return json;
    }

    private static string TypeOf(ArticleKind kind) => kind switch
    {
        ArticleKind.Opinion => "OpinionNewsArticle",
        ArticleKind.Satire => "SatiricalArticle",
        ArticleKind.Advertisement => "AdvertiserContentArticle",
        ArticleKind.Review => "ReviewNewsArticle",
        ArticleKind.SocialPost => "SocialMediaPosting",
        ArticleKind.PressRelease => "Article",
        _ => "NewsArticle",
    };

    private static bool IsSponsored(Article article) => AttributePath.Find(article.Attributes, "sponsored") is { ValueKind: JsonValueKind.True };

    /// <summary>IPTC's words for what artificial intelligence made, wholly or in part.</summary>
    private static string? DigitalSource(Article article) => Text(article, "ai") switch
    {
        "generated" => "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
        "autonomous" => "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
        "assisted" => "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
        _ => null,
    };

    /// <summary>
    /// What the publisher says of itself where the newsroom gives its pages, and where the page about a source that a list of state media
    /// includes is: schema.org keeps both with the organisation.
    /// </summary>
    private static void PutPolicies(JsonObject json, ArticleFacts facts, Reconciled reconciled, string publicUrl)
    {
        var article = facts.Request.Article;
        if (json["publisher"] is JsonObject publisher)
        {
            Put(publisher, "correctionsPolicy", Text(article, "correctionsPolicy"));
            Put(publisher, "publishingPrinciples", Text(article, "publishingPrinciples"));
            Put(publisher, "ownershipFundingInfo", Text(article, "ownershipFundingInfo") ?? AboutState(Role.Publisher, facts, reconciled, publicUrl));
        }

        if (json["sourceOrganization"] is JsonObject source)
        {
            Put(source, "ownershipFundingInfo", AboutState(Role.Source, facts, reconciled, publicUrl));
        }
    }

    private static string? AboutState(Role role, ArticleFacts facts, Reconciled reconciled, string publicUrl) =>
        reconciled.Disclosures.FirstOrDefault(d => d.Status != DisclosureStatus.Pending && d.Demand is { What.Type: "state-media", Subject.Fact.Role: var r } && r == role)?.Demand is { } demand
            ? Reading.AboutLink.Address(publicUrl, demand.Rule.Jurisdiction, demand.What.Type, LabelWords.Language(facts.Article.Language ?? "en"))
            : null;

    private static void PutCorrection(JsonObject json, string? text, string? date)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            var correction = new JsonObject { ["@type"] = "CorrectionComment", ["text"] = text };
            Put(correction, "datePublished", date);
            json["correction"] = correction;
        }
    }

    private static string? Text(Article article, string path) =>
        AttributePath.Find(article.Attributes, path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static void Put(JsonObject json, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            json[name] = value;
        }
    }

    private static void PutParty(JsonObject json, string name, string? party, string? url)
    {
        if (string.IsNullOrWhiteSpace(party))
        {
            return;
        }

        var node = new JsonObject { ["@type"] = "Organization", ["name"] = party };
        Put(node, "url", url);
        json[name] = node;
    }
}
