namespace LabelService.Workflow.Reviews;

/// <summary>What a moderator decided about one disclosure of one article.</summary>
internal sealed class DecisionRow
{
    public required string Id { get; init; }
    public required string ReviewId { get; init; }
    public required string CheckId { get; init; }
    public required long ArticleId { get; init; }
    public required string Site { get; init; }

    /// <summary>The content on which it was made.</summary>
    public required string ContentHash { get; init; }

    public required string DisclosureId { get; init; }

    /// <summary>See <see cref="ReviewItemRow.Basis"/>.</summary>
    public required string Basis { get; init; }

    public required string Type { get; init; }
    public required string Rule { get; init; }
    public required string Jurisdiction { get; init; }
    public string? EntityId { get; set; }
    public string? EntityName { get; set; }
    public string? Words { get; set; }

    /// <summary>A word of <see cref="DecisionAction"/>.</summary>
    public required string Action { get; init; }

    public string? Reason { get; set; }

    /// <summary>The changed wording by language, as JSON.</summary>
    public string? Text { get; init; }

    /// <summary>A word of <see cref="DecisionState"/>.</summary>
    public required string State { get; set; }

    public required string ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who agreed, where two must.</summary>
    public string? SecondById { get; set; }

    public string? SecondByName { get; set; }
    public DateTimeOffset? SecondAt { get; set; }

    /// <summary>All decisions made at once on the same question share it, and are undone at once.</summary>
    public string? GroupId { get; init; }

    /// <summary>The same of those to which a second person agreed at once.</summary>
    public string? SecondGroupId { get; set; }

    /// <summary>Of an edit: how the rule itself worded it (<see cref="Questions.WordingOf"/>). The edited text holds while the rule's is the same.</summary>
    public string? Wording { get; init; }

    /// <summary>What the first of two wanted remembered, in a word of <see cref="RememberScope"/>, until it binds.</summary>
    public string? Remember { get; init; }

    public DateOnly? RememberUntil { get; init; }

    /// <summary>What was remembered with it: the exception's id.</summary>
    public string? RememberedId { get; set; }

    /// <summary>When the newsroom first fetched labels that rest on it.</summary>
    public DateTimeOffset? FetchedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it ended, in a word.</summary>
    public string? EndedWhy { get; set; }
}
