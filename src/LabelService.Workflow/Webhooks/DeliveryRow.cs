namespace LabelService.Workflow.Webhooks;

/// <summary>An event on its way to one receiver.</summary>
internal sealed class DeliveryRow
{
    public long Number { get; init; }

    /// <summary>The same over all tries and replays: by it a receiver knows what it has seen.</summary>
    public required string Id { get; init; }

    public required string WebhookId { get; init; }

    /// <summary>Null for a trial.</summary>
    public long? EventSeq { get; init; }

    public required string Type { get; init; }
    public string? ExternalId { get; init; }

    /// <summary>A word of <see cref="DeliveryState"/>.</summary>
    public required string State { get; set; }

    public int Attempts { get; set; }
    public required DateTimeOffset NextAt { get; set; }

    /// <summary>A node is at it until then; one that dies leaves it to another.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public DateTimeOffset? LastAt { get; set; }
    public int? LastStatus { get; set; }

    /// <summary>Why the last try failed, in a word of <see cref="Attempt"/>.</summary>
    public string? LastFault { get; set; }

    public int? LastMs { get; set; }
}

internal enum DeliveryState
{
    Waiting,
    Delivered,

    /// <summary>Tried as often as the schedule has it.</summary>
    GivenUp,
}
