namespace LabelService.Workflow.Reviews;

/// <summary>What a reader, or somebody named, says is wrong with a label.</summary>
internal sealed class CorrectionRow
{
    public required string Id { get; init; }
    public required string Jurisdiction { get; init; }
    public required string Type { get; init; }
    public required string Url { get; init; }
    public required string Text { get; set; }

    /// <summary>How to answer, where the person gave it.</summary>
    public string? Contact { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The site whose article it is about; null where no stored article has the address.</summary>
    public string? Site { get; init; }

    /// <summary>The review that was appealed by it; null where none was decided.</summary>
    public string? ReviewId { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedByName { get; set; }
    public string? Outcome { get; set; }
}
