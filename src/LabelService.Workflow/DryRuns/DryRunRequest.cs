using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelService.Workflow.DryRuns;

/// <summary>A candidate pack, and the articles to try it on: given ones, or those that are stored.</summary>
public sealed record DryRunRequest
{
    public required CandidatePack Pack { get; init; }

    /// <summary>Check requests, as <c>POST /v1/checks</c> takes them; read one by one, with that call's own errors.</summary>
    public ImmutableArray<JsonElement>? Articles { get; init; }

    /// <summary>Stored articles of the caller's site, the newest first, asked about today; taken where no articles are given.</summary>
    public StoredArticles? Stored { get; init; }

    /// <summary>The day asked about; absent, each request's own, and today for stored articles.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>How many changed articles are shown in full, at most 100.</summary>
    // Settable: generated deserialization forgets the default of an init-only member that is absent.
    public int Samples { get; set; } = 20;
}

/// <param name="Files">Content by path: <c>pack.yaml</c>, and files such as <c>cases/material.yaml</c>.</param>
public sealed record CandidatePack(ImmutableSortedDictionary<string, string> Files);

/// <param name="Limit">At most so many, 1 to 10,000.</param>
public sealed record StoredArticles(int Limit = 1000);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict, PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false, MaxDepth = 40)]
[JsonSerializable(typeof(DryRunRequest))]
[JsonSerializable(typeof(DryRunReport))]
internal sealed partial class DryRunJson : JsonSerializerContext;
