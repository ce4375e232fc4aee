using System.Text.Json.Nodes;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>Closes an import: that it is over, and what it did, as one row of the audit. Both or neither: killed before, the next run does it.</summary>
internal sealed class ImportEnd(IDbContextFactory<LabelContext> contexts, Ledger ledger, TimeProvider time)
{
    /// <param name="isWhole">Whether the source was read to its end; if not, the next run goes on.</param>
    public async Task WriteAsync(ImportRow journal, bool isWhole, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (isWhole)
        {
            // Done before, where only the answer to the commit was lost.
            journal.FinishedAt = time.GetUtcNow();
            if (await db.ArchiveImports.Where(i => i.Id == journal.Id && i.FinishedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.FinishedAt, journal.FinishedAt), cancel) == 0)
            {
                return;
            }
        }

        var counts = new JsonObject
        {
            ["whole"] = isWhole,
            ["added"] = journal.Added,
            ["changed"] = journal.Changed,
            ["known"] = journal.Known,
            ["rejected"] = journal.Rejected,
            ["pending"] = journal.Pending,
            ["startedAt"] = journal.StartedAt.ToString("O"),
        };
        var entry = new AuditEntry(AuditScope.Actor, journal.Site, AuditWhat.ArchiveImported, Path.GetFileName(journal.Source), AuditData.Of(null, counts));
        await ledger.WriteAsync(db, [entry], [], cancel);
        await transaction.CommitAsync(cancel);
    }
}
