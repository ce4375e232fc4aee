using System.Collections.Immutable;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Teaching;

/// <summary>
/// Counts one day in the store. Each query goes along an index over no more than that day's rows: checks and reviews are found by their
/// identifiers, which follow time.
/// </summary>
internal static class DayReader
{
    public static async Task<ImmutableArray<CheckCount>> ChecksAsync(LabelContext db, DateOnly day, CancellationToken cancel)
    {
        var (from, to) = (RandomId.First("chk", Start(day)), RandomId.First("chk", Start(day.AddDays(1))));
        return [.. await db.Checks.AsNoTracking().Where(c => string.Compare(c.Id, from) >= 0 && string.Compare(c.Id, to) < 0)
            .GroupBy(c => new { c.Site, c.Verdict }).Select(g => new CheckCount(g.Key.Site, g.Key.Verdict, g.LongCount())).ToListAsync(cancel)];
    }

    public static async Task<ImmutableArray<SiteCount>> OpenedAsync(LabelContext db, DateOnly day, CancellationToken cancel)
    {
        var (from, to) = (RandomId.First("rev", Start(day)), RandomId.First("rev", Start(day.AddDays(1))));
        return [.. await db.Reviews.AsNoTracking().Where(r => string.Compare(r.Id, from) >= 0 && string.Compare(r.Id, to) < 0)
            .GroupBy(r => r.Site).Select(g => new SiteCount(g.Key, g.LongCount())).ToListAsync(cancel)];
    }

    /// <remarks>By the second where it was quick, else by the minute: few groups, and the middle one is as good as exact.</remarks>
    public static async Task<ImmutableArray<DecidedCount>> DecidedAsync(LabelContext db, DateOnly day, CancellationToken cancel)
    {
        var (from, to) = (Start(day).ToUnixTimeMilliseconds(), Start(day.AddDays(1)).ToUnixTimeMilliseconds());
        return [.. await db.Database.SqlQuery<DecidedCount>($"""
            SELECT "Site", "Seconds", COUNT(*) AS "Count" FROM (
                SELECT "Site", CASE WHEN "DecidedAt" - "OpenedAt" < 3600000 THEN ("DecidedAt" - "OpenedAt") / 1000 ELSE ("DecidedAt" - "OpenedAt") / 60000 * 60 END AS "Seconds"
                FROM "reviews" WHERE "DecidedAt" >= {from} AND "DecidedAt" < {to}) AS d
            GROUP BY "Site", "Seconds"
            """).ToListAsync(cancel)];
    }

    public static async Task<ImmutableArray<DecisionCount>> DecisionsAsync(LabelContext db, DateOnly day, CancellationToken cancel)
    {
        var (from, to) = (Start(day), Start(day.AddDays(1)));
        return [.. await CountedDecisions.Of(db).Where(d => d.At >= from && d.At < to)
            .GroupBy(d => new { d.Site, d.Rule, d.Action }).Select(g => new DecisionCount(g.Key.Site, g.Key.Rule, g.Key.Action, g.LongCount())).ToListAsync(cancel)];
    }

    public static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
