using System.Collections.Immutable;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Teaching;

/// <summary>
/// Says which rules must go a step further. A rule is below its limit only where the upper end of the 95 % interval is, and only after
/// enough decisions: few of them never brake a rule.
/// </summary>
/// <param name="limits">See <see cref="RuleLimits"/>.</param>
internal sealed class BrakeJudge(ImmutableSortedDictionary<string, double> limits, ReviewOptions options, DateTimeOffset now)
{
    public async Task<IReadOnlyList<BrakeStep>> DueAsync(LabelContext db, CancellationToken cancel)
    {
        if (limits.IsEmpty)
        {
            return [];
        }

        // Known rows are read anew: the first look may be out of date by the second.
        db.ChangeTracker.Clear();
        var rules = limits.Keys.ToArray();
        var brakes = (await db.Brakes.Where(b => rules.Contains(b.Rule)).ToListAsync(cancel)).ToLookup(b => b.Rule, StringComparer.Ordinal);
        var due = new List<BrakeStep>();
        foreach (var (rule, limit) in limits)
        {
            var brake = brakes[rule].FirstOrDefault(b => b.LiftedAt is null);
            if (brake?.Step > 1)
            {
                continue;
            }

            var tally = await CountedDecisions.OfRuleAsync(db, rule, Since(brake, brakes[rule]), cancel);
            if (tally.Decided >= options.BrakeAfter && tally.Range.Upper < limit)
            {
                due.Add(new BrakeStep(rule, brake, new BrakeFigures(tally.Upheld, tally.Decided, limit)));
            }
        }

        return due;
    }

    /// <summary>Counting begins anew with each step, and when a brake is taken off.</summary>
    private DateTimeOffset Since(BrakeRow? brake, IEnumerable<BrakeRow> earlier)
    {
        var window = now.AddDays(-options.TeachingDays);
        var turn = brake?.At ?? earlier.Max(b => b.LiftedAt);
        return turn > window ? turn.Value : window;
    }
}

/// <param name="Brake">The one in force, which goes to its second step; null for the first.</param>
internal sealed record BrakeStep(string Rule, BrakeRow? Brake, BrakeFigures Figures);
