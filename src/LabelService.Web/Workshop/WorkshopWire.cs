using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelService.Web.Workshop;

/// <summary>What the editor sends while an author types.</summary>
internal sealed record InspectRequest(ImmutableSortedDictionary<string, string> Files, SampleArticle? Sample = null);

/// <summary>The article beside the editor, as a person fills it in.</summary>
/// <param name="Attributes">A line each, such as <c>sponsored: true</c>.</param>
internal sealed record SampleArticle(
    string Body, string? Title = null, string? PublishedAt = null, string? AsOf = null, string? Kind = null, string? Language = null, string? Source = null,
    string? Jurisdictions = null, string? Attributes = null);

/// <param name="Rebase">The author has taken over what changed in the pack in force.</param>
internal sealed record SaveRequest(int Revision, ImmutableSortedDictionary<string, string> Files, bool Rebase = false);

/// <param name="Limit">How many stored articles to take, where none are given.</param>
/// <param name="Articles">Check requests, one a line.</param>
internal sealed record TryRequest(ImmutableSortedDictionary<string, string> Files, int Limit = 1000, string? Articles = null);

internal sealed record Saved(int Revision, string State, string Pack);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict, PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false, MaxDepth = 16)]
[JsonSerializable(typeof(InspectRequest))]
[JsonSerializable(typeof(SaveRequest))]
[JsonSerializable(typeof(TryRequest))]
[JsonSerializable(typeof(Saved))]
internal sealed partial class WorkshopWire : JsonSerializerContext;
