using LabelService.Engine.Model;
using LabelService.Workflow.Reviews;

namespace LabelService.Workflow.Teaching;

/// <summary>How moderators decided: what they approved, also in other words, they upheld.</summary>
internal readonly record struct VerdictTally(long Approved, long Edited, long Rejected)
{
    private static readonly string Approve = Kebab<DecisionAction>.Word(DecisionAction.Approve);
    private static readonly string Edit = Kebab<DecisionAction>.Word(DecisionAction.Edit);

    public long Upheld => Approved + Edited;
    public long Decided => Upheld + Rejected;

    /// <summary>Null where nothing was decided.</summary>
    public double? Share => Decided == 0 ? null : (double)Upheld / Decided;

    /// <summary>Between what the share of all hits lies, as far as these decisions tell.</summary>
    public (double Lower, double Upper) Range => Wilson.Interval(Upheld, Decided);

    public static VerdictTally operator +(VerdictTally one, VerdictTally other) =>
        new(one.Approved + other.Approved, one.Edited + other.Edited, one.Rejected + other.Rejected);

    /// <param name="action">A word of <see cref="DecisionAction"/>.</param>
    public static VerdictTally Of(string action, long count) =>
        action == Approve ? new VerdictTally(count, 0, 0) : action == Edit ? new VerdictTally(0, count, 0) : new VerdictTally(0, 0, count);

    public static VerdictTally Sum(IEnumerable<VerdictTally> tallies) => tallies.Aggregate(default(VerdictTally), (sum, tally) => sum + tally);
}
