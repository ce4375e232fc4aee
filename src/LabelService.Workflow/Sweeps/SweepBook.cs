using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Sweeps;

/// <summary>Sweeps as people see them: how far each is, and what it does to which article.</summary>
internal sealed class SweepBook(IDbContextFactory<LabelContext> contexts)
{
    private const int PageSize = 50;
    private const int MostSamples = 20;
    private const int MostSites = 100;
    private static readonly string Failed = Kebab<SweepResultState>.Word(SweepResultState.Failed);

    public async Task<Answer<SweepReport>> FindAsync(string id, SweepCaller caller, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Sweeps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } row)
        {
            return SweepRefusals.Unknown;
        }

        var report = await ReportAsync(db, row, cancel);
        return report with
        {
            Sites = await SitesAsync(db, row.Number, caller, cancel),
            Samples = [.. (await Shown(db, row.Number, caller).OrderBy(r => r.ArticleId).Take(MostSamples).ToListAsync(cancel)).Select(Result)],
        };
    }

    /// <param name="before">The number after which the page begins; null for the newest.</param>
    public async Task<SweepList> ListAsync(long? before, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Sweeps.AsNoTracking().Where(s => before == null || s.Number < before).OrderByDescending(s => s.Number).Take(PageSize + 1).ToListAsync(cancel);
        var reports = ImmutableArray.CreateBuilder<SweepReport>();
        foreach (var row in rows.Take(PageSize))
        {
            reports.Add(await ReportAsync(db, row, cancel));
        }

        return new SweepList(reports.ToImmutable(), rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }

    /// <summary>All articles of a sweep that change or could not be looked at, one after the other.</summary>
    public async Task<Answer<SweepResults>> ResultsAsync(string id, SweepCaller caller, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var number = await db.Sweeps.Where(s => s.Id == id).Select(s => (long?)s.Number).SingleOrDefaultAsync(cancel);
        return number is { } found ? new SweepResults(ReadAsync(found, caller)) : SweepRefusals.Unknown;
    }

    public static async Task<SweepReport> ReportAsync(LabelContext db, SweepRow row, CancellationToken cancel)
    {
        var parts = await db.SweepParts.AsNoTracking().Where(p => p.Sweep == row.Number).GroupBy(p => new { p.Applies, p.Round })
            .Select(g => new { g.Key.Applies, g.Key.Round, Looked = g.Sum(p => p.Looked), Failed = g.Sum(p => p.Failed) }).ToListAsync(cancel);
        var counts = Sum(await GroupsAsync(db, row.Number, cancel), parts.Sum(p => p.Failed));
        return new SweepReport(
            row.Id, Kebab<SweepPhase>.Value(row.Phase), row.IsPaused, row.IsDryRun, Kebab<SweepScope>.Value(row.Scope), row.Site, row.Ruleset, SweepCause.Read(row.Cause),
            row.Candidates, row.Articles, parts.Where(p => p is { Applies: false, Round: 1 }).Sum(p => p.Looked), parts.Where(p => p is { Applies: true, Round: 1 }).Sum(p => p.Looked), counts,
            row.CreatedAt, row.CreatedBy, row.ConfirmedBy, row.StartedAt, row.CountedAt, row.FinishedAt);
    }

    private static async Task<List<(string Site, int Effects, long Count)>> GroupsAsync(LabelContext db, long sweep, CancellationToken cancel) =>
        [.. (await db.SweepResults.AsNoTracking().Where(r => r.Sweep == sweep && r.Effects != 0).GroupBy(r => new { r.Site, r.Effects })
            .Select(g => new { g.Key.Site, g.Key.Effects, Count = g.LongCount() }).ToListAsync(cancel)).Select(g => (g.Site, g.Effects, g.Count))];

    private static async Task<ImmutableArray<SweepSite>> SitesAsync(LabelContext db, long sweep, SweepCaller caller, CancellationToken cancel) =>
        [.. (await GroupsAsync(db, sweep, cancel)).Where(g => caller.Sees(g.Site)).GroupBy(g => g.Site, StringComparer.Ordinal).Select(g => new SweepSite(g.Key, Sum([.. g], 0)))
            .OrderByDescending(s => s.Counts.Changed).ThenBy(s => s.Site, StringComparer.Ordinal).Take(MostSites)];

    private static SweepCounts Sum(List<(string Site, int Effects, long Count)> groups, long failed)
    {
        long Of(SweepEffects effect) => groups.Where(g => ((SweepEffects)g.Effects & effect) != 0).Sum(g => g.Count);
        return new SweepCounts(groups.Sum(g => g.Count), Of(SweepEffects.NewlyMissing), Of(SweepEffects.NewlyUnneeded), Of(SweepEffects.Changed), Of(SweepEffects.Pending), failed);
    }

    private static SweepResult Result(SweepResultRow row) => new(
        row.Site, row.ExternalId, row.Url,
        [.. Enum.GetValues<SweepEffects>().Where(e => e != SweepEffects.None && ((SweepEffects)row.Effects).HasFlag(e)).Select(e => Kebab<SweepEffects>.Word(e))],
        Kebab<SweepResultState>.Value(row.State),
        row.Differences is { } json ? JsonSerializer.Deserialize(json, SweepJson.Default.ImmutableArrayDifference) : []);

    /// <summary>What people may see of it: the articles of their sites.</summary>
    private static IQueryable<SweepResultRow> Shown(LabelContext db, long sweep, SweepCaller caller)
    {
        var rows = db.SweepResults.AsNoTracking().Where(r => r.Sweep == sweep && (r.Effects != 0 || r.State == Failed));
        return caller.Sites is { } sites ? rows.Where(r => sites.Contains(r.Site)) : rows;
    }

    private async IAsyncEnumerable<SweepResult> ReadAsync(long sweep, SweepCaller caller)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await foreach (var row in Shown(db, sweep, caller).OrderBy(r => r.ArticleId).AsAsyncEnumerable())
        {
            yield return Result(row);
        }
    }
}
