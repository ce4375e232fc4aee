using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Retention;

/// <summary>
/// Erases what was remembered with a decision whose names are erased, once it holds no longer. The row stays: by the highest number of
/// them every process notices a change.
/// </summary>
internal sealed class SettledNames(IDbContextFactory<LabelContext> contexts, Ledger ledger, TimeProvider time)
{
    private const int AtOnce = 200;

    /// <returns>How many were erased.</returns>
    public async Task<int> EraseAsync(CancellationToken cancel)
    {
        // A day late, since the day ends by the rules' time zone.
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var over = await db.Remembered.AsNoTracking()
            .Where(r => r.EntityId != "" && (r.RevokedAt != null || r.Until < today) && db.Decisions.Any(d => d.Id == r.DecisionId && d.EntityId == null))
            .OrderBy(r => r.Id).Select(r => new { r.Id, r.Site }).Take(AtOnce).ToListAsync(cancel);
        var entries = new List<AuditEntry>();
        foreach (var row in over)
        {
            var isFirst = await db.Remembered.Where(r => r.Id == row.Id && r.EntityId != "").ExecuteUpdateAsync(
                set => set.SetProperty(r => r.EntityId, "").SetProperty(r => r.Words, (string?)null).SetProperty(r => r.Author, (string?)null)
                    .SetProperty(r => r.Article, (string?)null).SetProperty(r => r.Reason, ""), cancel) > 0;
            if (isFirst)
            {
                await db.Remembered.Where(r => r.Id == row.Id && r.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.RevokedAt, (DateTimeOffset?)time.GetUtcNow()), cancel);
                var rows = await ErasedAudit.EraseAsync(db, a => a.Subject == row.Id, cancel);
                entries.Add(ErasedAudit.Told(row.Site, row.Id, "retention of pending names", rows));
            }
        }

        await ledger.WriteAsync(db, entries, [], cancel);
        await transaction.CommitAsync(cancel);
        return entries.Count;
    }
}
