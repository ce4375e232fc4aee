namespace LabelService.Workflow.Reviews;

/// <summary>One question of a review: whether one disclosure is due. Repeats of its review what the queue filters by, so that no filter needs a join.</summary>
internal sealed class ReviewItemRow
{
    public long Number { get; init; }
    public required long ReviewNumber { get; init; }
    public required string ReviewId { get; init; }
    public required long ArticleId { get; init; }
    public required string Site { get; init; }
    public required string DisclosureId { get; init; }

    /// <summary>The same for the same words about the same entity under the same rule, in whatever article: see <see cref="Questions"/>.</summary>
    public required string Question { get; init; }

    /// <summary>A hash of the evidence and what stands around it: a decision binds while it stays the same.</summary>
    public required string Basis { get; init; }

    public required string Type { get; init; }
    public required string Rule { get; init; }
    public required string Jurisdiction { get; init; }
    public string? EntityId { get; set; }
    public string? EntityName { get; set; }

    /// <summary>The words found, as the article writes them.</summary>
    public string? Words { get; set; }

    /// <summary>A word of <see cref="Engine.Model.PendingReason"/>.</summary>
    public required string Reason { get; init; }

    public required double Confidence { get; init; }
    public string? Language { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public bool Waiting { get; set; } = true;
}
