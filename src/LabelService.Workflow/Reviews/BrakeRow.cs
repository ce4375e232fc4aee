namespace LabelService.Workflow.Reviews;

/// <summary>A rule that was too often wrong: its hits go to review, or, at the second step, to shadow.</summary>
internal sealed class BrakeRow
{
    public required string Id { get; init; }
    public required string Rule { get; init; }

    /// <summary>1: to review; 2: to shadow.</summary>
    public required int Step { get; set; }

    public required string Reason { get; set; }
    public required DateTimeOffset At { get; set; }
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedByName { get; set; }

    /// <summary>See <see cref="RememberedRow.Stamp"/>; the two share it.</summary>
    public required long Stamp { get; set; }
}
