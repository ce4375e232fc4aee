using System.Collections.Immutable;

namespace LabelService.Workflow.Webhooks;

/// <summary>What a site asks for.</summary>
public sealed record WebhookRequest
{
    public required string Url { get; init; }

    /// <summary>Which events; empty or absent for all.</summary>
    public ImmutableArray<string> Types { get; init; }

    public string? Description { get; init; }
}
