namespace LabelService.Workflow.Reviews;

/// <summary>A review that somebody does not want to be offered.</summary>
internal sealed class SkipRow
{
    public required string AccountId { get; init; }
    public required long ReviewNumber { get; init; }
    public required DateTimeOffset At { get; init; }
}
