using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelService.Engine.Model;

/// <summary>What a caller asks: an article, the day that counts and how much to answer. The record is the wire shape.</summary>
public sealed record CheckRequest
{
    public required Article Article { get; init; }

    /// <summary>The day asked about; absent means the day of publication.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes, <c>EU</c> or <c>any</c>; absent means the service's own setting.</summary>
    public ImmutableArray<string>? Jurisdictions { get; init; }

    /// <summary>BCP 47 languages of the texts returned; absent means the article's plus each rule's official one.</summary>
    public ImmutableArray<string>? Languages { get; init; }

    public ImmutableArray<ReportPart>? Include { get; init; }

    // Settable: generated deserialization forgets the default of an init-only member that is absent.
    public bool Store { get; set; } = true;

    /// <summary>Members this version does not know: kept only to name them in the answer's notices.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    public bool Includes(ReportPart part) => Include is { } parts && parts.Contains(part);
}

[JsonConverter(typeof(KebabEnumConverter<ReportPart>))]
public enum ReportPart { Labelled, Trace, NearMisses, Forms }

/// <summary>An article as a CMS submits it. Only <see cref="Body"/> is required.</summary>
public sealed record Article
{
    public string? ExternalId { get; init; }
    public string? Url { get; init; }
    public string? Title { get; init; }
    public string? Lead { get; init; }
    public required string Body { get; init; }
    public ArticleFormat Format { get; init; } = ArticleFormat.Text;
    public string? Language { get; init; }
    public Moment? PublishedAt { get; init; }
    public Moment? PlannedFor { get; init; }
    public ArticleKind Kind { get; init; } = ArticleKind.News;
    public string? Section { get; init; }
    public ImmutableArray<string>? Tags { get; init; }
    public ImmutableArray<Party>? Authors { get; init; }
    public Party? Publisher { get; init; }
    public Party? Source { get; init; }
    public ImmutableArray<MediaItem>? Media { get; init; }

    /// <summary>An open map that rules can read: <c>sponsored</c>, <c>advertiser</c>, <c>erid</c>, <c>ai</c>, <c>ageMark</c> and whatever a newsroom adds.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A person or body named beside the text: an author, the publisher or the source.</summary>
public sealed record Party
{
    public string? Name { get; init; }
    public string? Url { get; init; }
}

public sealed record MediaItem
{
    public MediaKind Kind { get; init; }
    public string? Caption { get; init; }
    public string? Alt { get; init; }
    public double? DurationSeconds { get; init; }
}

[JsonConverter(typeof(KebabEnumConverter<ArticleFormat>))]
public enum ArticleFormat { Text, Html, Markdown }

[JsonConverter(typeof(KebabEnumConverter<ArticleKind>))]
public enum ArticleKind { News, Opinion, Satire, Advertisement, PressRelease, Review, Archive, SocialPost }

[JsonConverter(typeof(KebabEnumConverter<MediaKind>))]
public enum MediaKind { Image, Video, Audio, Embed, Other }
