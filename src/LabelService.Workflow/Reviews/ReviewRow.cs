namespace LabelService.Workflow.Reviews;

/// <summary>A flagged check that waits for a moderator.</summary>
internal sealed class ReviewRow
{
    public const string Open = "open";
    public const string Superseded = "superseded";

    public required string Id { get; init; }
    public required string Site { get; init; }
    public required string CheckId { get; init; }
    public required long ArticleId { get; init; }
    public required string ContentHash { get; init; }
    public required string State { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public int Revision { get; set; } = 1;
}
