namespace LabelService.Workflow.Reviews;

/// <summary>A flagged check that waits for a moderator, or did.</summary>
internal sealed class ReviewRow
{
    /// <summary>Counts reviews in the order in which they were opened; the full-text index knows a review by it.</summary>
    public long Number { get; init; }

    public required string Id { get; init; }
    public required string Site { get; init; }
    public required string CheckId { get; set; }
    public required long ArticleId { get; init; }
    public required string ContentHash { get; set; }

    /// <summary>A word of <see cref="ReviewState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Whether somebody has yet to decide: open, claimed, escalated or appealed.</summary>
    public bool Waiting { get; set; } = true;

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The planned publication, else what the rule or the settings allow.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Whether <see cref="DueAt"/> is the planned publication.</summary>
    public bool IsPlanned { get; set; }

    public string? Language { get; set; }
    public string? Title { get; set; }
    public string? Author { get; set; }
    public string? ExternalId { get; init; }
    public string? Url { get; init; }

    /// <summary>What the full-text search reads: title, author, names and the words found.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>How many persons must agree.</summary>
    public int Persons { get; set; } = 1;

    /// <summary>Grows with everything but claims; a decision names the one it was made on.</summary>
    public int Revision { get; set; } = 1;

    public string? ClaimedById { get; set; }
    public string? ClaimedByName { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Since when it is a senior's; null where it is everybody's.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }

    public string? EscalatedWhy { get; set; }
    public DateTimeOffset? AppealedAt { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecidedById { get; set; }
    public string? DecidedByName { get; set; }

    public bool IsLeasedTo(string? person, DateTimeOffset now) => ClaimedById == person && LeaseUntil > now;

    public bool IsLeasedToOther(string person, DateTimeOffset now) => ClaimedById is not null && ClaimedById != person && LeaseUntil > now;
}
