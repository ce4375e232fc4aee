namespace LabelService.Workflow.Audit;

/// <summary>One thing that happened. Never changed but for the erasure of its data, never deleted; each row's hash covers the one before.</summary>
internal sealed class AuditRow
{
    /// <summary>From 1, without a gap.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>person</c>, <c>key</c> or <c>system</c>.</summary>
    public required string ActorKind { get; init; }

    public required string ActorId { get; init; }
    public required string ActorName { get; init; }
    public string? Site { get; init; }

    /// <summary>Such as <c>review.decided</c>.</summary>
    public required string What { get; init; }

    /// <summary>The id of what it happened to.</summary>
    public required string Subject { get; init; }

    /// <summary>Before and after, UTF-8 JSON as <see cref="Storage.PackedJson"/> keeps it; null once erased.</summary>
    public byte[]? Data { get; set; }

    /// <summary>Makes <see cref="DataHash"/> tell nothing of erased data; goes with it.</summary>
    public byte[]? Salt { get; set; }

    public required byte[] DataHash { get; init; }
    public required byte[] Hash { get; init; }
}
