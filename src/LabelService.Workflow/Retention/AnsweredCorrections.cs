using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Retention;

/// <summary>Erases what was written and replied in corrections that are closed long enough.</summary>
internal sealed class AnsweredCorrections(IDbContextFactory<LabelContext> contexts, Ledger ledger, TimeProvider time)
{
    private const int AtOnce = 200;

    /// <param name="site">Null for those that belong to no known article.</param>
    /// <returns>How many were erased.</returns>
    public async Task<int> EraseAsync(string? site, DateTimeOffset before, CancellationToken cancel)
    {
        var count = 0;
        while (await SomeAsync(site, before, cancel) is > 0 and var some)
        {
            count += some;
        }

        return count;
    }

    private async Task<int> SomeAsync(string? site, DateTimeOffset before, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var over = await db.Corrections.AsNoTracking().Where(c => c.Site == site && c.ClosedAt != null && c.ErasedAt == null && c.ClosedAt < before)
            .OrderBy(c => c.ClosedAt).Take(AtOnce).ToListAsync(cancel);
        var entries = new List<AuditEntry>();
        foreach (var row in over)
        {
            var isFirst = await db.Corrections.Where(c => c.Number == row.Number && c.ErasedAt == null).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Text, "").SetProperty(c => c.Reply, (string?)null).SetProperty(c => c.ErasedAt, (DateTimeOffset?)time.GetUtcNow()), cancel) > 0;
            if (isFirst)
            {
                var subject = row.AuditSubject;
                var rows = await ErasedAudit.EraseAsync(db, a => a.Subject == subject && a.What == AuditWhat.CorrectionClosed, cancel);
                entries.Add(ErasedAudit.Told(site, subject, "retention of corrections", rows));
            }
        }

        await ledger.WriteAsync(db, entries, [], cancel);
        await transaction.CommitAsync(cancel);
        return over.Count;
    }
}
