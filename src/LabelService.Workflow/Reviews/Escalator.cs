using System.Text.Json.Nodes;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Reviews;

/// <summary>
/// Follows the clock and the store: leaves the overdue to seniors, notices what other processes remembered, and tells open pages where the
/// queue has changed elsewhere.
/// </summary>
internal sealed partial class Escalator(
    IDbContextFactory<LabelContext> contexts, Ledger ledger, RememberedBook remembered, ReviewFeed feed, TimeProvider time, ILogger<Escalator> log)
    : TickingWorker(TimeSpan.FromSeconds(1), time)
{
    private const int Most = 200;
    private long _events;

    /// <returns>How many reviews were left to seniors.</returns>
    public async Task<int> EscalateAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = Time.GetUtcNow();
        if (!await Overdue(db, now).AnyAsync(cancel))
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var late = await Overdue(db, now).OrderBy(r => r.DueAt).Take(Most).ToListAsync(cancel);
        var written = new List<AuditEntry>();
        foreach (var review in late)
        {
            written.Add(new AuditEntry(AuditActor.System, review.Site, AuditWhat.ReviewEscalated, review.Id,
                AuditData.Of(new JsonObject { ["state"] = review.State }, new JsonObject { ["why"] = "overdue" })));
            (review.EscalatedAt, review.EscalatedWhy) = (now, "overdue");
            review.State = review.AppealedAt is null ? ReviewBook.Word(ReviewState.Escalated) : review.State;
            review.Revision++;
        }

        await ledger.WriteAsync(db, written, [], cancel);
        await transaction.CommitAsync(cancel);
        feed.Changed();
        return late.Count;
    }

    protected override async Task TickAsync(CancellationToken cancel)
    {
        await remembered.RefreshAsync(cancel);
        await EscalateAsync(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var events = await db.Ledger.AsNoTracking().Select(l => l.EventSeq).SingleAsync(cancel);
        if (events != _events)
        {
            _events = events;
            feed.Changed();
        }
    }

    protected override void Tell(Exception error) => QueueUnread(error);

    /// <summary>Overdue, nobody at it, and not yet a senior's.</summary>
    private static IQueryable<ReviewRow> Overdue(LabelContext db, DateTimeOffset now) =>
        db.Reviews.Where(r => r.Waiting && r.DueAt <= now && r.EscalatedAt == null && (r.LeaseUntil == null || r.LeaseUntil <= now));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queue of reviews could not be looked through; it is tried again every second")]
    private partial void QueueUnread(Exception error);
}
