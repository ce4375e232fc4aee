using System.Text.Json.Nodes;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Articles;

/// <summary>
/// Erases an article: its body, the labelled copies of it inside stored answers, what the queue shows and finds it by, the index's keys of it, and whom it only
/// asked about. A review that waits ends. The record of what was decided stays, with the short quotes that are evidence of what holds.
/// </summary>
internal sealed class ArticleEraser(IDbContextFactory<LabelContext> contexts, Ledger ledger, TimeProvider time)
{
    /// <returns>A refusal, or null when it is gone. Erasing twice changes nothing.</returns>
    public async Task<Refusal?> EraseAsync(string? externalId, string site, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(externalId))
        {
            return Refusal.Invalid("externalId", "is required.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var identity = ArticleIdentity.OfExternalId(externalId);
        return await EraseAsync(db, db.Articles.Where(a => a.Site == site && a.Identity == identity), cancel) ? null : Refusal.NotFound("There is no such article.");
    }

    /// <summary>Erases an article that nobody has changed since.</summary>
    /// <returns>Whether it was there, and unchanged.</returns>
    public async Task<bool> EraseIfUnchangedAsync(long id, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await EraseAsync(db, db.Articles.Where(a => a.Id == id && a.ChangedAt < since && a.Submitted != null), cancel);
    }

    private async Task<bool> EraseAsync(LabelContext db, IQueryable<ArticleRow> which, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Changes nothing and locks the row: a check of the article that is being stored is then either seen here, or stored after all is gone.
        await which.ExecuteUpdateAsync(set => set.SetProperty(a => a.Revision, a => a.Revision), cancel);
        if (await which.SingleOrDefaultAsync(cancel) is not { } article)
        {
            return false;
        }

        (article.Submitted, article.DecidedOn, article.LabelsHash) = (null, null, null);
        article.ErasedAt ??= time.GetUtcNow();
        var events = await EndReviewsAsync(db, article, cancel);
        var upheld = await ForgottenNames.UpheldAsync(db, article.Id, cancel);
        await StoredAnswers.ForgetAsync(db, article.Id, upheld, kept: null, withCopies: true, cancel);
        var over = await db.Reviews.AsNoTracking().Where(r => r.ArticleId == article.Id && r.NamesErasedAt == null).OrderBy(r => r.Number).ToListAsync(cancel);
        var entries = await ForgottenNames.ForgetAsync(db, article.Id, over, null, time.GetUtcNow(), cancel);
        await db.SweepResults.Where(r => r.ArticleId == article.Id).ExecuteDeleteAsync(cancel);
        var entry = new AuditEntry(
            AuditScope.Actor, article.Site, AuditWhat.ArticleErased, article.ExternalId ?? article.Url ?? article.Identity,
            AuditData.Of(null, new JsonObject { ["contentHash"] = article.ContentHash }));
        await Tail.EraseAsync(db, article.Id, cancel);
        await ledger.WriteAsync(db, [entry, .. entries], events, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private static async Task<List<EventDraft>> EndReviewsAsync(LabelContext db, ArticleRow article, CancellationToken cancel)
    {
        var reviews = db.Reviews.Where(r => r.ArticleId == article.Id);
        var waiting = await reviews.Where(r => r.Waiting).Select(r => r.Id).ToListAsync(cancel);
        var superseded = ReviewBook.Word(ReviewState.Superseded);
        await reviews.Where(r => r.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, superseded).SetProperty(r => r.Waiting, false).SetProperty(r => r.Revision, r => r.Revision + 1), cancel);
        await reviews.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.SearchText, "").SetProperty(r => r.Title, (string?)null).SetProperty(r => r.Author, (string?)null), cancel);
        await db.ReviewItems.Where(i => i.ArticleId == article.Id && i.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.Waiting, false).SetProperty(i => i.Words, (string?)null), cancel);
        return [.. waiting.Select(id => EventDraft.Of(EventTypes.ReviewSuperseded, article) with { ReviewId = id })];
    }
}
