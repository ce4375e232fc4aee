using System.Collections.Immutable;
using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Sweeps;

/// <param name="DryRun">Counts and shows; changes nothing.</param>
/// <param name="Scope"><c>changed</c>: what the last change of rules can touch; <c>all</c>: every stored article.</param>
/// <param name="Site">Of one site only; absent for all.</param>
public sealed record SweepRequest(bool DryRun = false, SweepScope Scope = SweepScope.All, string? Site = null);

/// <summary>A sweep and how far it is.</summary>
/// <param name="Candidates">Stored articles that the change can touch; null until that is known.</param>
/// <param name="Articles">All stored articles at that time.</param>
/// <param name="Looked">Of the candidates, how many have been looked at.</param>
/// <param name="Applied">Of the articles found to change, how many have been changed.</param>
public sealed record SweepReport(
    string Id, SweepPhase State, bool Paused, bool DryRun, SweepScope Scope, string? Site, string Ruleset, SweepCause Cause, long? Candidates, long? Articles, long Looked, long Applied,
    SweepCounts Counts, DateTimeOffset CreatedAt, string CreatedBy, string? ConfirmedBy, DateTimeOffset? StartedAt, DateTimeOffset? CountedAt, DateTimeOffset? FinishedAt)
{
    /// <summary>Sites with articles that change, those with the most first; the first hundred.</summary>
    public ImmutableArray<SweepSite> Sites { get; init; } = [];

    /// <summary>Some of the articles that change.</summary>
    public ImmutableArray<SweepResult> Samples { get; init; } = [];
}

/// <param name="Changed">Articles that change in any way.</param>
/// <param name="NewlyMissing">Articles that must carry something that they did not have to.</param>
/// <param name="NewlyUnneeded">Articles that need no longer carry something.</param>
/// <param name="Otherwise">Articles of which a text, mark or flag is another one.</param>
/// <param name="Pending">Articles that leave something new to a moderator.</param>
/// <param name="Failed">Articles that could not be looked at; they stand in the results.</param>
public sealed record SweepCounts(long Changed, long NewlyMissing, long NewlyUnneeded, long Otherwise, long Pending, long Failed);

public sealed record SweepSite(string Site, SweepCounts Counts);

/// <param name="Effects">Some of <c>newly-missing</c>, <c>newly-unneeded</c>, <c>changed</c>, <c>pending</c>.</param>
/// <param name="Differences">What differs; empty where it is only known that what was last told no longer holds.</param>
public sealed record SweepResult(string Site, string? ExternalId, string? Url, ImmutableArray<string> Effects, SweepResultState State, ImmutableArray<Difference> Differences);

/// <param name="Rows">In the order in which the articles were stored.</param>
internal sealed record SweepResults(IAsyncEnumerable<SweepResult> Rows);

public sealed record SweepList(ImmutableArray<SweepReport> Sweeps, long? Before);
