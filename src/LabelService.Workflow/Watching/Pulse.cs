using LabelService.Engine.Model;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Sweeps;
using LabelService.Workflow.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Watching;

/// <summary>
/// Asks the store now and then how much waits, so that whoever scrapes the numbers, however often, costs it nothing. Each node tells the same
/// of a store that they share: take the greatest, not the sum.
/// </summary>
internal sealed partial class Pulse(IDbContextFactory<LabelContext> contexts, TimeProvider time, ILogger<Pulse> log) : TickingWorker(TimeSpan.FromSeconds(15), time)
{
    private static readonly string[] UnderWay = [.. new[] { SweepPhase.Planned, SweepPhase.Counting, SweepPhase.Applying }.Select(Kebab<SweepPhase>.Word)];
    private static readonly string Waiting = Kebab<SweepPhase>.Word(SweepPhase.Waiting);
    private static readonly string OnItsWay = Kebab<DeliveryState>.Word(DeliveryState.Waiting);

    /// <summary>As last asked; null until then, and again while the store does not answer: an old number would look like calm.</summary>
    public PulseFigures? Figures { get; private set; }

    public async Task LookAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = Time.GetUtcNow();
        var reviews = db.Reviews.AsNoTracking().Where(r => r.Waiting);
        var deliveries = db.Deliveries.AsNoTracking().Where(d => d.State == OnItsWay);
        var first = await deliveries.MinAsync(d => d.EventSeq, cancel);
        var sweep = await db.Sweeps.AsNoTracking().OrderByDescending(s => s.Number).Select(s => new { s.Number, s.Phase }).FirstOrDefaultAsync(cancel);
        var looked = sweep is null ? 0 : await db.SweepParts.AsNoTracking().Where(p => p.Sweep == sweep.Number && !p.Applies).SumAsync(p => p.Looked, cancel);
        Figures = new PulseFigures(
            now,
            await reviews.LongCountAsync(cancel),
            await reviews.LongCountAsync(r => r.DueAt <= now, cancel),
            await reviews.OrderBy(r => r.Number).Select(r => (DateTimeOffset?)r.OpenedAt).FirstOrDefaultAsync(cancel),
            await deliveries.LongCountAsync(cancel),
            await db.Events.AsNoTracking().Where(e => e.Seq == first).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancel),
            looked,
            await db.Sweeps.AsNoTracking().LongCountAsync(s => UnderWay.Contains(s.Phase), cancel),
            await db.Sweeps.AsNoTracking().LongCountAsync(s => s.Phase == Waiting, cancel),
            db.IsShared ? Time.GetUtcNow() - await StoreClockAsync(db, cancel) : TimeSpan.Zero);
    }

    private static async Task<DateTimeOffset> StoreClockAsync(LabelContext db, CancellationToken cancel) =>
        DateTimeOffset.FromUnixTimeMilliseconds(await db.Database.SqlQuery<long>(
            $"""SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS "Value" """).SingleAsync(cancel));

    protected override async Task TickAsync(CancellationToken cancel)
    {
        try
        {
            await LookAsync(cancel);
        }
        catch
        {
            Figures = null;
            throw;
        }
    }

    protected override void Tell(Exception error) => NotAsked(error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be asked how much waits; the numbers of the queue are left out of /metrics until it answers")]
    private partial void NotAsked(Exception error);
}
