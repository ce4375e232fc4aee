using System.Collections.Concurrent;
using System.Collections.Immutable;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Teaching;

/// <summary>
/// Days as they were counted, kept in memory: a page reads the store for today, and for days that nobody has asked about yet. A day that is
/// over changes little (a decision is undone, or replaced) and is counted anew now and then; its checks never change.
/// </summary>
internal sealed class DayBook(IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    /// <summary>No page looks further back.</summary>
    public const int MostDays = 90;

    private static readonly TimeSpan TodayHolds = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PastHolds = TimeSpan.FromHours(1);

    /// <summary>After midnight another node may still write what its clock calls yesterday.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<DateOnly, Held> _days = new();
    private readonly SemaphoreSlim _reading = new(1, 1);

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The last days in order, today included.</summary>
    public async Task<ImmutableArray<DaySlice>> LastAsync(int count, CancellationToken cancel)
    {
        var (today, days) = (Today, ImmutableArray.CreateBuilder<DaySlice>(count));
        for (var day = today.AddDays(1 - count); day <= today; day = day.AddDays(1))
        {
            days.Add(await OfAsync(day, cancel));
        }

        return days.MoveToImmutable();
    }

    /// <summary>Counts one day ahead of those who will ask: one that was not counted yet, else the one counted longest ago.</summary>
    /// <returns>Whether there is another one to count.</returns>
    public async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        var (now, today) = (time.GetUtcNow(), Today);
        foreach (var old in _days.Keys.Where(d => d <= today.AddDays(-MostDays)))
        {
            _days.TryRemove(old, out _);
        }

        var wanted = Enumerable.Range(0, MostDays).Select(back => today.AddDays(-back)).Where(d => !_days.TryGetValue(d, out var held) || IsStale(held, now)).ToList();
        if (wanted.Count > 0)
        {
            await ReadAsync(wanted[0], cancel);
        }

        return wanted.Count > 1;
    }

    private async Task<DaySlice> OfAsync(DateOnly day, CancellationToken cancel) =>
        _days.TryGetValue(day, out var held) && (IsOver(held) || !IsStale(held, time.GetUtcNow())) ? held.Slice : await ReadAsync(day, cancel);

    private async Task<DaySlice> ReadAsync(DateOnly day, CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        try
        {
            var now = time.GetUtcNow();
            if (_days.TryGetValue(day, out var held) && !IsStale(held, now))
            {
                return held.Slice;
            }

            await using var db = await contexts.CreateDbContextAsync(cancel);
            var slice = new DaySlice(
                day,
                held is not null && IsOver(held) ? held.Slice.Checks : await DayReader.ChecksAsync(db, day, cancel),
                await DayReader.OpenedAsync(db, day, cancel), await DayReader.DecidedAsync(db, day, cancel), await DayReader.DecisionsAsync(db, day, cancel));
            _days[day] = new Held(slice, now);
            return slice;
        }
        finally
        {
            _reading.Release();
        }
    }

    private static bool IsStale(Held held, DateTimeOffset now) => now - held.At >= (IsOver(held) ? PastHolds : TodayHolds);

    /// <summary>Whether the day was over when it was counted.</summary>
    private static bool IsOver(Held held) => held.At >= DayReader.Start(held.Slice.Day.AddDays(1)) + Settles;

    private sealed record Held(DaySlice Slice, DateTimeOffset At);
}
