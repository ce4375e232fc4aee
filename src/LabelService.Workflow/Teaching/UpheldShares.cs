using System.Collections.Immutable;
using System.Diagnostics;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Teaching;

/// <summary>
/// What share of hits moderators upheld, by rule and by rule and entity, over the days that <see cref="ReviewOptions.TeachingDays"/> names.
/// Counted by site once for all who ask, and again after a time that grows with what the counting costs.
/// </summary>
internal sealed class UpheldShares(IDbContextFactory<LabelContext> contexts, IOptions<ReviewOptions> options, TimeProvider time)
{
    private const int CostsAtMostOneIn = 50;
    private static readonly TimeSpan HoldsAtLeast = TimeSpan.FromSeconds(60);

    /// <summary>What costs more is counted ahead by <see cref="DayWorker"/>, and no page waits for it.</summary>
    private static readonly TimeSpan Cheap = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan OldestShown = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Held? _held;

    /// <param name="sites">Null for all.</param>
    public async Task<ImmutableArray<ShareLine>> ByEntityAsync(IReadOnlyCollection<string>? sites, CancellationToken cancel) =>
        [.. (await AllAsync(isAhead: false, cancel)).Where(s => sites?.Contains(s.Site) != false).GroupBy(s => (s.Rule, s.EntityId))
            .Select(g => new ShareLine(g.Key.Rule, g.Key.EntityId, g.Max(s => s.EntityName), VerdictTally.Sum(g.Select(s => s.Tally))))];

    /// <summary>The same, whatever entity a hit was about.</summary>
    public static ImmutableArray<ShareLine> ByRule(IEnumerable<ShareLine> byEntity) =>
        [.. byEntity.GroupBy(s => s.Rule, StringComparer.Ordinal).Select(g => new ShareLine(g.Key, null, null, VerdictTally.Sum(g.Select(s => s.Tally))))];

    /// <summary>Those for which there is the best evidence of a low share come first; a few decisions are little evidence.</summary>
    public static ImmutableArray<ShareLine> LowestFirst(IEnumerable<ShareLine> lines) =>
        [.. lines.OrderBy(l => l.Tally.Range.Upper).ThenByDescending(l => l.Tally.Decided).ThenBy(l => l.Rule, StringComparer.Ordinal).ThenBy(l => l.EntityId, StringComparer.Ordinal)];

    /// <summary>Counts ahead of those who will ask.</summary>
    public Task PrepareAsync(CancellationToken cancel) => AllAsync(isAhead: true, cancel);

    private async Task<IReadOnlyList<SiteShare>> AllAsync(bool isAhead, CancellationToken cancel)
    {
        if (Known(isAhead) is { } known)
        {
            return known;
        }

        await _reading.WaitAsync(cancel);
        try
        {
            return Known(isAhead) ?? await ReadAsync(cancel);
        }
        finally
        {
            _reading.Release();
        }
    }

    private IReadOnlyList<SiteShare>? Known(bool isAhead)
    {
        var now = time.GetUtcNow();
        return _held is { } held && (now < held.Until || (!isAhead && held.Cost > Cheap && now < held.At + OldestShown)) ? held.Shares : null;
    }

    private async Task<IReadOnlyList<SiteShare>> ReadAsync(CancellationToken cancel)
    {
        var (now, watch) = (time.GetUtcNow(), Stopwatch.StartNew());
        var since = now.AddDays(-options.Value.TeachingDays);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var counts = await CountedDecisions.Of(db).Where(d => d.At > since)
            .GroupBy(d => new { d.Site, d.Rule, d.EntityId, d.Action })
            .Select(g => new { g.Key.Site, g.Key.Rule, g.Key.EntityId, g.Key.Action, Name = g.Max(d => d.EntityName), Count = g.LongCount() }).ToListAsync(cancel);
        var shares = counts.Select(c => new SiteShare(c.Site, c.Rule, c.EntityId, c.Name, VerdictTally.Of(c.Action, c.Count))).ToList();
        var cost = watch.Elapsed;
        _held = new Held(shares, now, cost, now + TimeSpan.FromTicks(Math.Max(HoldsAtLeast.Ticks, CostsAtMostOneIn * cost.Ticks)));
        return shares;
    }

    private sealed record SiteShare(string Site, string Rule, string? EntityId, string? EntityName, VerdictTally Tally);

    private sealed record Held(IReadOnlyList<SiteShare> Shares, DateTimeOffset At, TimeSpan Cost, DateTimeOffset Until);
}

/// <param name="EntityId">Null for hits on no entity, and for all hits of a rule.</param>
internal sealed record ShareLine(string Rule, string? EntityId, string? EntityName, VerdictTally Tally);
