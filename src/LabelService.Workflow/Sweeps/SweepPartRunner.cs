using System.Diagnostics;
using LabelService.Engine.Model;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Sweeps;

/// <summary>
/// Works on one part of a sweep until it is done, paused or not this node's to do. Each step is one transaction with its results and how far the
/// part has come, so that a crash loses no article and repeats none.
/// </summary>
internal sealed class SweepPartRunner(
    IDbContextFactory<LabelContext> contexts, RuleStates states, SweepCounter counter, SweepApplier applier, SweepPhases phases, LiveChecks live, SweepBell bell)
{
    /// <returns>Whether the part is done.</returns>
    public async Task<bool> RunAsync(long sweep, int number, CancellationToken cancel)
    {
        SweepRow row;
        SweepPartRow part;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            row = await db.Sweeps.AsNoTracking().SingleAsync(s => s.Number == sweep, cancel);
            part = await db.SweepParts.AsNoTracking().SingleAsync(p => p.Sweep == sweep && p.Number == number, cancel);
        }

        if (!part.IsDone && !await WorkAsync(row, part, new PartArticles(row, part), cancel))
        {
            return false;
        }

        await phases.AdvanceAsync(sweep, cancel);
        bell.Ring();
        return true;
    }

    private async Task<bool> WorkAsync(SweepRow row, SweepPartRow part, PartArticles page, CancellationToken cancel)
    {
        var before = part.Applies ? null : await states.LoadAsync(row.StateBefore, cancel);
        SweepLook? look = null;
        for (var cursor = part.Cursor; ;)
        {
            var began = Stopwatch.GetTimestamp();
            await using var db = await contexts.CreateDbContextAsync(cancel);
            if (states.Now() is not { } now || !await IsWantedAsync(db, part, cancel) || !await RuleStateWatcher.IsInForceAsync(db, now, cancel))
            {
                return false;
            }

            look = look?.After.Stamp == now.Stamp ? look : new SweepLook(before, now);
            var step = part.Applies ? await ApplyAsync(db, part, page, cursor, now, cancel) : await CountAsync(db, part, page, cursor, look, cancel);
            if (step is null)
            {
                return false;
            }

            cursor = step.Last;
            if (cursor >= part.Last)
            {
                return true;
            }

            await live.GiveWayAsync(Stopwatch.GetElapsedTime(began), cancel);
        }
    }

    private static Task<bool> IsWantedAsync(LabelContext db, SweepPartRow part, CancellationToken cancel)
    {
        var phase = Kebab<SweepPhase>.Word(part.Applies ? SweepPhase.Applying : SweepPhase.Counting);
        return db.Sweeps.AnyAsync(s => s.Number == part.Sweep && s.Phase == phase && !s.IsPaused, cancel);
    }

    private async Task<SweepStep?> CountAsync(LabelContext db, SweepPartRow part, PartArticles page, long cursor, SweepLook look, CancellationToken cancel)
    {
        var step = await counter.StepAsync(db, part, page, cursor, look, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await MoveAsync(db, part, cursor, step, cancel))
        {
            return null;
        }

        db.SweepResults.AddRange(part.Round == 1 ? step.Results : await NewAsync(db, part, step, cancel));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return step;
    }

    /// <summary>The second round may find articles that the first has found and changed: those are to be looked at once more.</summary>
    private static async Task<IEnumerable<SweepResultRow>> NewAsync(LabelContext db, SweepPartRow part, SweepStep step, CancellationToken cancel)
    {
        long[] ids = [.. step.Results.Select(r => r.ArticleId)];
        var known = await db.SweepResults.Where(r => r.Sweep == part.Sweep && ids.Contains(r.ArticleId)).ToDictionaryAsync(r => r.ArticleId, cancel);
        foreach (var result in step.Results.Where(r => known.ContainsKey(r.ArticleId)))
        {
            var row = known[result.ArticleId];
            (row.State, row.Round, row.Effects, row.Differences) = (result.State, part.Round, row.Effects | result.Effects, result.Differences ?? row.Differences);
        }

        return step.Results.Where(r => !known.ContainsKey(r.ArticleId));
    }

    private async Task<SweepStep?> ApplyAsync(LabelContext db, SweepPartRow part, PartArticles page, long cursor, RulesAt rules, CancellationToken cancel)
    {
        var looks = await applier.LookAsync(db, page, cursor, rules, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var step = await applier.StepAsync(db, part, looks, cancel);
        if (!await MoveAsync(db, part, cursor, step, cancel))
        {
            return null;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return step;
    }

    /// <summary>Only from where this worker believes the part to be: another that took it for dead may have moved it.</summary>
    private static async Task<bool> MoveAsync(LabelContext db, SweepPartRow part, long cursor, SweepStep step, CancellationToken cancel)
    {
        var isDone = step.Last >= part.Last;
        var moved = await db.SweepParts.Where(p => p.Sweep == part.Sweep && p.Number == part.Number && p.Cursor == cursor && !p.IsDone)
            .ExecuteUpdateAsync(set => set
                .SetProperty(p => p.Cursor, step.Last).SetProperty(p => p.IsDone, isDone)
                .SetProperty(p => p.Looked, p => p.Looked + step.Looked).SetProperty(p => p.Failed, p => p.Failed + step.Failed)
                .SetProperty(p => p.RetryAt, (DateTimeOffset?)null), cancel);
        return moved == 1;
    }
}
