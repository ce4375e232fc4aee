using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Articles;

/// <summary>
/// Erases an article: its body, and the labelled copies of it inside stored answers. The record of what was decided stays, with the
/// short quotes that are its evidence.
/// </summary>
internal sealed class ArticleEraser(IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    /// <returns>A refusal, or null when it is gone. Erasing twice changes nothing.</returns>
    public async Task<Refusal?> EraseAsync(string? externalId, string site, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(externalId))
        {
            return Refusal.Invalid("externalId", "is required.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var identity = ArticleIdentity.OfExternalId(externalId);

        // Changes nothing and locks the row: a check of the article that is being stored is then either seen here, or stored after all is gone.
        await db.Articles.Where(a => a.Site == site && a.Identity == identity).ExecuteUpdateAsync(set => set.SetProperty(a => a.Revision, a => a.Revision), cancel);
        var article = await db.Articles.SingleOrDefaultAsync(a => a.Site == site && a.Identity == identity, cancel);
        if (article is null)
        {
            return Refusal.NotFound("There is no such article.");
        }

        (article.Submitted, article.DecidedOn, article.LabelsHash) = (null, null, null);
        article.ErasedAt ??= time.GetUtcNow();
        foreach (var check in await db.Checks.Where(c => c.ArticleId == article.Id).ToListAsync(cancel))
        {
            check.Report = WithoutCopy(check.Report);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static byte[] WithoutCopy(byte[] stored)
    {
        var report = StoredReport.Read(stored).Report;
        return report.Labelled is null
            ? stored
            : PackedJson.Pack(JsonSerializer.SerializeToUtf8Bytes(report with { Labelled = null }, ContractJson.Wire.GetTypeInfo(typeof(CheckReport))));
    }
}
