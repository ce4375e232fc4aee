namespace LabelService.Workflow.Reviews;

/// <summary>What a moderator wants remembered: whom words mean, or do not. An exception beside those of the rules folder.</summary>
internal sealed class RememberedRow
{
    public required string Id { get; init; }
    public required string Site { get; init; }
    public required string EntityId { get; init; }

    /// <summary>Whether the words mean the entity; otherwise they mean somebody else.</summary>
    public required bool MeansIt { get; init; }

    /// <summary>The words; null for every find of the entity.</summary>
    public string? Words { get; init; }

    /// <summary>Only in this article, by externalId or address.</summary>
    public string? Article { get; init; }

    /// <summary>Only in this author's articles.</summary>
    public string? Author { get; init; }

    public required string Reason { get; init; }
    public required string DecisionId { get; init; }
    public required string ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly? Until { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Grows over all of them with every change: by the highest, every process notices.</summary>
    public required long Stamp { get; set; }
}
