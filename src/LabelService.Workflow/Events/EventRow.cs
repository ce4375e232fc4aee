namespace LabelService.Workflow.Events;

/// <summary>Something that a CMS may want to know; written in the transaction that made it so.</summary>
internal sealed class EventRow
{
    /// <summary>In the order of commits, without a gap.</summary>
    public required long Seq { get; init; }

    public required string Site { get; init; }

    /// <summary>A word of <see cref="EventTypes"/>.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset At { get; init; }
    public required long ArticleId { get; init; }
    public string? ExternalId { get; init; }
    public string? Url { get; init; }
    public string? CheckId { get; init; }
    public string? ReviewId { get; init; }

    /// <summary>What else belongs to it, as a JSON object.</summary>
    public string? Data { get; set; }
}
