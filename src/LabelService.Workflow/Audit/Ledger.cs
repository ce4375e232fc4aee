using LabelService.Workflow.Events;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Audit;

/// <summary>
/// Writes audit rows and events inside the transaction of whoever changes something. One row of the store hands out their numbers, so that
/// numbers follow the order of commits: a reader of changes never passes one by.
/// </summary>
internal sealed class Ledger(TimeProvider time)
{
    /// <summary>Call last before the commit: from here on, other writers wait.</summary>
    /// <remarks>The caller holds a transaction; on SQLite that is the only one that writes.</remarks>
    public async Task WriteAsync(LabelContext db, IReadOnlyList<AuditEntry> entries, IReadOnlyList<EventDraft> events, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("What is written down belongs to the transaction that makes it so.");
        }

        // Rows of articles and reviews are locked before the ledger, as in the hot write: the other way round two writers would wait for each other.
        await db.SaveChangesAsync(cancel);
        var now = time.GetUtcNow();
        var ledger = await LockedAsync(db, cancel);
        foreach (var entry in entries)
        {
            var row = AuditChain.Next(ledger.AuditSeq + 1, ledger.AuditHash, entry, now);
            (ledger.AuditSeq, ledger.AuditHash) = (row.Seq, row.Hash);
            db.Audit.Add(row);
        }

        foreach (var draft in events)
        {
            db.Events.Add(draft.Row(++ledger.EventSeq, now));
        }

        await db.SaveChangesAsync(cancel);
    }

    private static async Task<LedgerRow> LockedAsync(LabelContext db, CancellationToken cancel)
    {
        // A context that wrote before still knows the row as it was then.
        foreach (var known in db.ChangeTracker.Entries<LedgerRow>().ToList())
        {
            known.State = EntityState.Detached;
        }

        return db.Database.IsSqlite()
            ? await db.Ledger.SingleAsync(cancel)
            : await db.Ledger.FromSqlRaw("SELECT * FROM \"ledger\" FOR UPDATE").SingleAsync(cancel);
    }
}
