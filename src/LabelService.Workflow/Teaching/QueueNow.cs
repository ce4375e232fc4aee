using System.Collections.Immutable;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Teaching;

/// <summary>What waits at this moment of what one person may see.</summary>
/// <param name="Ages">How many have waited so long: up to each of <see cref="UpToHours"/>, and longer.</param>
/// <param name="OldestAt">When the one was opened that has waited longest.</param>
/// <param name="ByRule">Questions by their rule.</param>
internal sealed record QueueNow(long Waiting, long Overdue, DateTimeOffset? OldestAt, ImmutableArray<long> Ages, ImmutableSortedDictionary<string, long> ByRule)
{
    public static readonly ImmutableArray<int> UpToHours = [1, 4, 24, 72, 168];

    public static async Task<QueueNow> ReadAsync(LabelContext db, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        var limits = new long[UpToHours.Length];
        for (var i = 0; i < limits.Length; i++)
        {
            limits[i] = await FirstSinceAsync(db, now.AddHours(-UpToHours[i]), cancel);
        }

        var groups = await GroupsAsync(db, person, now, limits, cancel);
        var ages = Enumerable.Range(0, limits.Length + 1).Select(age => groups.Where(g => g.Age == age).Sum(g => g.Count));
        var first = groups.Count == 0 ? 0 : groups.Min(g => g.First);
        var oldest = await db.Reviews.AsNoTracking().Where(r => r.Number == first).Select(r => (DateTimeOffset?)r.OpenedAt).FirstOrDefaultAsync(cancel);
        var byRule = await db.ReviewItems.AsNoTracking().SeenBy(person).Where(i => i.Waiting).GroupBy(i => i.Rule)
            .Select(g => new { Rule = g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        return new QueueNow(
            groups.Sum(g => g.Count), groups.Where(g => g.IsOverdue).Sum(g => g.Count), oldest, [.. ages],
            byRule.ToImmutableSortedDictionary(r => r.Rule, r => r.Count, StringComparer.Ordinal));
    }

    /// <summary>By numbers, which follow the opening: the index of what waits has them, and no review itself need be read.</summary>
    private static async Task<List<Group>> GroupsAsync(LabelContext db, Person person, DateTimeOffset now, long[] limits, CancellationToken cancel)
    {
        var (hour, four, day, three, week) = (limits[0], limits[1], limits[2], limits[3], limits[4]);
        return await db.Reviews.AsNoTracking().SeenBy(person).Where(r => r.Waiting)
            .GroupBy(r => new
            {
                Age = r.Number >= hour ? 0 : r.Number >= four ? 1 : r.Number >= day ? 2 : r.Number >= three ? 3 : r.Number >= week ? 4 : 5,
                IsOverdue = r.DueAt <= now,
            })
            .Select(g => new Group(g.Key.Age, g.Key.IsOverdue, g.LongCount(), g.Min(r => r.Number))).ToListAsync(cancel);
    }

    private static async Task<long> FirstSinceAsync(LabelContext db, DateTimeOffset at, CancellationToken cancel)
    {
        var first = RandomId.First("rev", at);
        return await db.Reviews.AsNoTracking().Where(r => string.Compare(r.Id, first) >= 0).OrderBy(r => r.Id).Select(r => (long?)r.Number).FirstOrDefaultAsync(cancel) ?? long.MaxValue;
    }

    private sealed record Group(int Age, bool IsOverdue, long Count, long First);
}
