using System.Collections.Immutable;

namespace LabelService.Workflow.Reviews;

/// <summary>What a moderator decides about a review, in whole or in part.</summary>
public sealed record DecisionRequest
{
    /// <summary>The revision on which it was decided; one that is out of date is refused.</summary>
    public required int Revision { get; init; }

    public required ImmutableArray<DisclosureDecision> Decisions { get; init; }
}

public sealed record DisclosureDecision
{
    public required string DisclosureId { get; init; }
    public required DecisionAction Action { get; init; }

    /// <summary>Why; needed to reject and to edit.</summary>
    public string? Reason { get; init; }

    /// <summary>The wording by language, to edit.</summary>
    public ImmutableSortedDictionary<string, string>? Text { get; init; }

    /// <summary>Whether the words mean the same, or somebody else, in the same article, by the same author or on the same site from now on.</summary>
    public RememberScope? Remember { get; init; }

    /// <summary>The first day on which it is no longer remembered.</summary>
    public DateOnly? RememberUntil { get; init; }
}

/// <summary>A review is left to a senior, appealed, asked about or commented, with a reason.</summary>
public sealed record ReasonRequest
{
    public required string Reason { get; init; }
}
