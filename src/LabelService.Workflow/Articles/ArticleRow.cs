using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Articles;

/// <summary>An article as last submitted. What is checked later (labels, reviews) is checked from here.</summary>
internal sealed class ArticleRow
{
    public long Id { get; init; }
    public required string Site { get; init; }

    /// <summary>What makes it the same article at the next submission: see <see cref="ArticleIdentity"/>.</summary>
    public required string Identity { get; init; }

    public string? ExternalId { get; init; }
    public string? Url { get; init; }
    public required string ContentHash { get; set; }

    /// <summary>The jurisdictions and languages asked for, so that a later answer asks the same.</summary>
    public required string Asked { get; set; }

    /// <summary>Counts from 1 and grows whenever the content changes.</summary>
    public int Revision { get; set; }

    /// <summary>The request as submitted, UTF-8 JSON as <see cref="PackedJson"/> keeps it; null once the article was erased.</summary>
    public byte[]? Submitted { get; set; }

    /// <summary>The request as it was when a moderator last decided, to show what has changed since; goes with an erasure.</summary>
    public byte[]? DecidedOn { get; set; }

    /// <summary>A hash of the labels that were last told: by it a change is noticed.</summary>
    public string? LabelsHash { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
    public DateTimeOffset? ErasedAt { get; set; }
}
