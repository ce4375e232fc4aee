using LabelService.Workflow.Audit;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Retention;

/// <summary>Erases whom the finished reviews of an article only asked about. While one of its reviews waits, all of it is needed.</summary>
internal sealed class PendingNames(IDbContextFactory<LabelContext> contexts, Ledger ledger, TimeProvider time)
{
    /// <param name="before">Only of reviews that were opened earlier.</param>
    /// <returns>Of how many reviews there was something to erase.</returns>
    public async Task<int> EraseAsync(long article, DateTimeOffset before, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Locked before it is read: another node that is at the same article has erased all of it, or nothing yet.
        await ReviewArticle.LockAsync(db, article, cancel);
        var reviews = db.Reviews.Where(r => r.ArticleId == article);
        var due = await reviews.AsNoTracking().Where(r => r.OpenedAt < before && r.NamesErasedAt == null).OrderBy(r => r.Number).ToListAsync(cancel);
        if (due.Count == 0 || await reviews.AnyAsync(r => r.Waiting, cancel))
        {
            return 0;
        }

        var kept = await reviews.Where(r => r.OpenedAt >= before).OrderBy(r => r.OpenedAt).Select(r => (DateTimeOffset?)r.OpenedAt).FirstOrDefaultAsync(cancel);
        var entries = await ForgottenNames.ForgetAsync(db, article, due, kept, time.GetUtcNow(), cancel);
        await ledger.WriteAsync(db, entries, [], cancel);

        // By now its rows are locked: a review that somebody has meanwhile asked to decide again keeps its names.
        if (await reviews.AnyAsync(r => r.Waiting, cancel))
        {
            return 0;
        }

        await transaction.CommitAsync(cancel);
        return due.Count;
    }
}
