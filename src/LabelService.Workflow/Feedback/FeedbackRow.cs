namespace LabelService.Workflow.Feedback;

/// <summary>What an editor said about a check.</summary>
internal sealed class FeedbackRow
{
    public required string Id { get; init; }
    public required string Site { get; init; }
    public required string KeyId { get; init; }
    public required string CheckId { get; init; }
    public required string Kind { get; init; }
    public string? DisclosureId { get; init; }
    public string? Rule { get; init; }
    public string? Comment { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}
