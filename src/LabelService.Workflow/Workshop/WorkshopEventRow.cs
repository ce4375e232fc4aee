namespace LabelService.Workflow.Workshop;

/// <summary>One thing that happened to a pack in the workshop; never changed, never deleted.</summary>
internal sealed class WorkshopEventRow
{
    public long Id { get; init; }
    public required string Pack { get; init; }
    public required string DraftId { get; init; }

    /// <summary>A word of <see cref="WorkshopEvent"/>.</summary>
    public required string What { get; init; }

    public required string ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Note { get; init; }

    /// <summary>The files as they were then, where they changed.</summary>
    public byte[]? Files { get; init; }
}

internal enum WorkshopEvent { Begun, Saved, ShadowStarted, ShadowStopped, Proposed, Refused, Approved, ShareChanged, TakenBack, Closed }
