using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Checks;

/// <summary>A stored check: what was answered, byte for byte, and by what to find it.</summary>
internal sealed class CheckRow
{
    public required string Id { get; init; }
    public required string Site { get; init; }
    public required string KeyId { get; init; }
    public required long ArticleId { get; init; }
    public required string ContentHash { get; init; }
    public required string Verdict { get; init; }
    public required string RulesetVersion { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The answer, UTF-8 JSON as <see cref="PackedJson"/> keeps it.</summary>
    public required byte[] Report { get; set; }

    public string? ReviewId { get; init; }
}
