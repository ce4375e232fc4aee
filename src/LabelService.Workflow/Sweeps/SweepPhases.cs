using LabelService.Engine.Model;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Sweeps;

/// <summary>
/// Moves a sweep on once all its parts are done: from counting to applying, or to waiting for a person where it would change too much; then once
/// more over what was stored meanwhile; then to its end. Called after every part and now and then: done twice, it does nothing the second time.
/// </summary>
internal sealed partial class SweepPhases(IDbContextFactory<LabelContext> contexts, SweepPlanner planner, IOptions<SweepOptions> options, TimeProvider time, ILogger<SweepPhases> log)
{
    private static readonly string Found = Kebab<SweepResultState>.Word(SweepResultState.Found);

    /// <summary>A check that began by the rules before has been stored by then.</summary>
    private static readonly TimeSpan SecondRoundAfter = TimeSpan.FromSeconds(3);

    public async Task AdvanceAsync(long sweep, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.Sweeps.SingleAsync(s => s.Number == sweep, cancel);
        var isOpen = row.Phase == Word(SweepPhase.Counting) || row.Phase == Word(SweepPhase.Applying);
        if (!isOpen || await db.SweepParts.AnyAsync(p => p.Sweep == sweep && !p.IsDone, cancel))
        {
            return;
        }

        // Found before the lock is taken: it may last.
        var late = row.Phase == Word(SweepPhase.Applying) && row.Round == 1 ? await planner.LateAsync(row, cancel) : [];
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await SweepLock.TakeAsync(db, sweep, cancel) != Kebab<SweepPhase>.Value(row.Phase) || await db.SweepParts.AnyAsync(p => p.Sweep == sweep && !p.IsDone, cancel))
        {
            return;
        }

        if (row.Phase == Word(SweepPhase.Counting))
        {
            await CountedAsync(db, row, cancel);
        }
        else if (row.Round == 1)
        {
            await AgainAsync(db, row, late, cancel);
        }
        else
        {
            Finish(row);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (row.FinishedAt is not null)
        {
            Finished(row.Id, row.Candidates ?? 0, await db.SweepResults.LongCountAsync(r => r.Sweep == sweep && r.Effects != 0, cancel));
        }
    }

    /// <summary>Has what was found applied. The caller holds the sweep.</summary>
    public static async Task ApplyAsync(LabelContext db, SweepRow row, CancellationToken cancel)
    {
        var ids = await db.SweepResults.AsNoTracking().Where(r => r.Sweep == row.Number && r.State == Found).OrderBy(r => r.ArticleId).Select(r => r.ArticleId).ToArrayAsync(cancel);
        row.Phase = Word(SweepPhase.Applying);
        db.SweepParts.AddRange(SweepPlanner.Cut(row.Number, await NextAsync(db, row, cancel), row.Round, applies: true, ids));
    }

    private static async Task<int> NextAsync(LabelContext db, SweepRow row, CancellationToken cancel) =>
        (await db.SweepParts.Where(p => p.Sweep == row.Number).MaxAsync(p => (int?)p.Number, cancel) ?? 0) + 1;

    private async Task CountedAsync(LabelContext db, SweepRow row, CancellationToken cancel)
    {
        row.CountedAt ??= time.GetUtcNow();
        if (row.IsDryRun)
        {
            Finish(row);
            return;
        }

        var changed = row.Round == 1 ? await db.SweepResults.LongCountAsync(r => r.Sweep == row.Number && r.Effects != 0 && r.State == Found, cancel) : 0;
        if (row.ConfirmedAt is null && changed > options.Value.ConfirmAbove)
        {
            row.Phase = Word(SweepPhase.Waiting);
            Waits(row.Id, changed, options.Value.ConfirmAbove);
            return;
        }

        await ApplyAsync(db, row, cancel);
    }

    private async Task AgainAsync(LabelContext db, SweepRow row, long[] late, CancellationToken cancel)
    {
        row.Round = 2;
        if (late.Length == 0)
        {
            Finish(row);
            return;
        }

        row.Phase = Word(SweepPhase.Counting);
        var retry = row.CreatedAt + SecondRoundAfter;
        foreach (var part in SweepPlanner.Cut(row.Number, await NextAsync(db, row, cancel), row.Round, applies: false, late))
        {
            part.RetryAt = retry;
            db.SweepParts.Add(part);
        }
    }

    private void Finish(SweepRow row) => (row.Phase, row.FinishedAt) = (Word(SweepPhase.Done), time.GetUtcNow());

    private static string Word(SweepPhase phase) => Kebab<SweepPhase>.Word(phase);

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {Sweep} is done: looked at {Looked} stored articles; what {Changed} of them must carry has changed")]
    private partial void Finished(string sweep, long looked, long changed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep {Sweep} would change what {Changed} articles must carry, more than Sweeps__ConfirmAbove ({Limit}): it waits until a senior confirms it on the page /sweeps")]
    private partial void Waits(string sweep, long changed, int limit);
}
