using System.Collections.Immutable;

namespace LabelService.Workflow.Teaching;

/// <summary>What checks, moderators and rules did, as far as one person may see it.</summary>
/// <param name="Rules">By what waits and was decided of them, most first.</param>
/// <param name="RuleShares">Lowest first; over <see cref="Reviews.ReviewOptions.TeachingDays"/>, whatever the period.</param>
internal sealed record TeachingFigures(
    DateTimeOffset At, ImmutableArray<DayLine> Days, QueueNow Queue, ImmutableArray<RuleLine> Rules, ImmutableArray<ShareLine> RuleShares, ImmutableArray<ShareLine> EntityShares)
{
    /// <summary>Nothing was checked or asked in the period, and nothing waits.</summary>
    public bool AreEmpty => Queue.Waiting == 0 && RuleShares.IsEmpty && Days.All(d => d is { Checks: 0, Opened: 0, Decided: 0 });
}

/// <param name="Checks">All of them; of those, the three verdicts.</param>
/// <param name="MedianSeconds">From the opening of a review to its decision; null where none was decided.</param>
/// <param name="P90Seconds">Nine of ten were decided within it.</param>
internal sealed record DayLine(DateOnly Day, long Compliant, long ActionRequired, long NeedsReview, long Opened, long Decided, long? MedianSeconds, long? P90Seconds)
{
    public long Checks => Compliant + ActionRequired + NeedsReview;
}

/// <param name="Waiting">Questions that wait now.</param>
/// <param name="Tally">What was decided in the period.</param>
internal sealed record RuleLine(string Rule, long Waiting, VerdictTally Tally);
