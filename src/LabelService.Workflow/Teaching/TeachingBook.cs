using System.Collections.Concurrent;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Teaching;

/// <summary>The figures of the dashboard: put together once a minute for all who may see the same sites.</summary>
internal sealed class TeachingBook(IDbContextFactory<LabelContext> contexts, DayBook days, UpheldShares shares, TimeProvider time)
{
    private const int MostKept = 200;
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, TeachingFigures> _kept = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _reading = new(1, 1);

    /// <param name="period">How many days, today included; at most <see cref="DayBook.MostDays"/>.</param>
    public async Task<TeachingFigures> OfAsync(Person person, int period, CancellationToken cancel)
    {
        var key = $"{period} {string.Join(' ', (ReviewBook.SitesOf(person) ?? [Person.EverySite]).Order(StringComparer.Ordinal))}";
        if (Kept(key) is { } known)
        {
            return known;
        }

        await _reading.WaitAsync(cancel);
        try
        {
            return Kept(key) ?? Keep(key, await ReadAsync(person, period, cancel));
        }
        finally
        {
            _reading.Release();
        }
    }

    private TeachingFigures? Kept(string key) => _kept.TryGetValue(key, out var figures) && time.GetUtcNow() - figures.At < Holds ? figures : null;

    private TeachingFigures Keep(string key, TeachingFigures figures)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept[key] = figures;
    }

    private async Task<TeachingFigures> ReadAsync(Person person, int period, CancellationToken cancel)
    {
        var (now, sites) = (time.GetUtcNow(), ReviewBook.SitesOf(person));
        var (sums, slices) = (new TeachingSums(sites), await days.LastAsync(period, cancel));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var queue = await QueueNow.ReadAsync(db, person, now, cancel);
        var byEntity = await shares.ByEntityAsync(sites, cancel);
        return new TeachingFigures(
            now, [.. slices.Select(sums.Line)], queue, sums.Rules(slices, queue), UpheldShares.LowestFirst(UpheldShares.ByRule(byEntity)),
            UpheldShares.LowestFirst(byEntity.Where(s => s.EntityId is not null)));
    }
}
