using System.Collections.Immutable;

namespace LabelService.Workflow.Teaching;

/// <summary>What happened on one day (UTC), counted by site so that it serves whoever may see which.</summary>
internal sealed record DaySlice(
    DateOnly Day, ImmutableArray<CheckCount> Checks, ImmutableArray<SiteCount> Opened, ImmutableArray<DecidedCount> Decided, ImmutableArray<DecisionCount> Decisions);

/// <param name="Verdict">A word of the contract.</param>
internal sealed record CheckCount(string Site, string Verdict, long Count);

internal sealed record SiteCount(string Site, long Count);

/// <summary>Reviews that took so long from their opening to their decision.</summary>
/// <param name="Seconds">Whole minutes from one hour on.</param>
internal sealed record DecidedCount
{
    public required string Site { get; init; }
    public required long Seconds { get; init; }
    public required long Count { get; init; }
}

internal sealed record DecisionCount(string Site, string Rule, string Action, long Count);
