using LabelService.Engine.Model;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Sweeps;

/// <summary>What one node does for all: plans sweeps, moves on those that wait for nobody, sees what parts are to be worked on, forgets old ones.</summary>
internal sealed class SweepKeeper(IDbContextFactory<LabelContext> contexts, SweepPlanner planner, SweepPhases phases, TimeProvider time)
{
    private const int MostRemembered = 1000;
    private static readonly TimeSpan ResultsKept = TimeSpan.FromDays(90);
    private static readonly string[] Open = [.. new[] { SweepPhase.Counting, SweepPhase.Applying }.Select(Kebab<SweepPhase>.Word)];
    private static readonly string Planned = Kebab<SweepPhase>.Word(SweepPhase.Planned);
    private DateTimeOffset _forgotAt;

    /// <returns>The parts that are to be worked on now, the oldest sweep's last: a small sweep need not wait for a large one.</returns>
    public async Task<List<(long Sweep, int Part)>> StepAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var sweep in await db.Sweeps.Where(s => s.Phase == Planned && !s.IsPaused).OrderBy(s => s.Number).Select(s => s.Number).ToListAsync(cancel))
        {
            await planner.PlanAsync(sweep, cancel);
        }

        foreach (var sweep in await db.Sweeps.Where(s => Open.Contains(s.Phase) && !db.SweepParts.Any(p => p.Sweep == s.Number && !p.IsDone)).Select(s => s.Number).ToListAsync(cancel))
        {
            await phases.AdvanceAsync(sweep, cancel);
        }

        await ForgetAsync(db, cancel);
        var now = time.GetUtcNow();
        var parts = await (
            from part in db.SweepParts.AsNoTracking()
            join sweep in db.Sweeps.AsNoTracking() on part.Sweep equals sweep.Number
            where !part.IsDone && Open.Contains(sweep.Phase) && !sweep.IsPaused && (part.RetryAt == null || part.RetryAt <= now)
            orderby part.Sweep descending, part.Number
            select new { part.Sweep, part.Number }).ToListAsync(cancel);
        return [.. parts.Select(p => (p.Sweep, p.Number))];
    }

    /// <summary>A part that broke off is tried again later, and later still.</summary>
    public async Task BrokeOffAsync(long sweep, int part, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var attempts = await db.SweepParts.Where(p => p.Sweep == sweep && p.Number == part).Select(p => p.Attempts).SingleOrDefaultAsync(cancel);
        var retry = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(1 << Math.Min(attempts, 8), 300));
        await db.SweepParts.Where(p => p.Sweep == sweep && p.Number == part)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Attempts, p => p.Attempts + 1).SetProperty(p => p.RetryAt, retry), cancel);
    }

    private async Task ForgetAsync(LabelContext db, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (now - _forgotAt < TimeSpan.FromHours(1))
        {
            return;
        }

        var old = now - ResultsKept;
        long[] gone = [.. await db.Sweeps.Where(s => s.FinishedAt < old).OrderBy(s => s.Number).Select(s => s.Number).Take(MostRemembered).ToListAsync(cancel)];
        if (gone.Length > 0)
        {
            await db.SweepResults.Where(r => gone.Contains(r.Sweep)).ExecuteDeleteAsync(cancel);
            await db.SweepParts.Where(p => gone.Contains(p.Sweep)).ExecuteDeleteAsync(cancel);
            await db.Sweeps.Where(s => gone.Contains(s.Number)).ExecuteDeleteAsync(cancel);
        }

        await ForgetStatesAsync(db, cancel);
        _forgotAt = now;
    }

    /// <summary>The state in force stays, and those that sweeps under way begin at.</summary>
    private static async Task ForgetStatesAsync(LabelContext db, CancellationToken cancel)
    {
        var first = await db.Sweeps.Where(s => s.FinishedAt == null && s.StateBefore != null).MinAsync(s => s.StateBefore, cancel);
        var latest = await db.RuleStates.MaxAsync(s => (long?)s.Seq, cancel) ?? 0;
        var kept = Math.Min(first ?? latest, latest - 1);
        await db.RuleStates.Where(s => s.Seq < kept).ExecuteDeleteAsync(cancel);
        await db.RuleFiles.Where(f => !db.RuleStates.Any(s => s.Files == f.Hash)).ExecuteDeleteAsync(cancel);
    }
}
