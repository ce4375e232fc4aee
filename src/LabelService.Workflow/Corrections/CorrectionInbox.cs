using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Corrections;

/// <summary>Takes in what readers, and those whom a label names, say against a label, and tells them the reply. Open to everybody.</summary>
internal sealed class CorrectionInbox(IDbContextFactory<LabelContext> contexts, Ledger ledger, ReviewFeed feed, TimeProvider time)
{
    /// <summary>More than a newsroom reads; what comes above it is turned away and told so. What belongs to no article counts as a newsroom of its own.</summary>
    private const int MostOfSite = 2_000;

    private const int MostWaiting = 20_000;

    /// <returns>The correction with its id, by which whoever wrote it can look for the reply.</returns>
    public async Task<Answer<CorrectionRow>> ReceiveAsync(string jurisdiction, string type, string? url, string? text, CancellationToken cancel)
    {
        var (address, words) = (url?.Trim() ?? "", text?.Trim() ?? "");
        if (address.Length > CorrectionBook.LongestUrl || !Uri.TryCreate(address, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            return CorrectionRefusals.BadUrl;
        }

        if (words.Length is < 10 or > CorrectionBook.LongestText)
        {
            return CorrectionRefusals.BadText;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (site, article) = await ArticleAsync(db, address, parsed, cancel);
        if (await IsFullAsync(db, site, cancel))
        {
            return CorrectionRefusals.Full;
        }

        var row = new CorrectionRow
        {
            Id = $"cor_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18))}",
            At = time.GetUtcNow(),
            Site = site,
            ArticleId = article,
            Url = address,
            Jurisdiction = jurisdiction,
            Type = type,
            Text = words,
        };
        db.Corrections.Add(row);

        // The audit calls it by its number, which it has once it is stored.
        await db.SaveChangesAsync(cancel);
        var data = new JsonObject { ["url"] = address, ["jurisdiction"] = jurisdiction, ["type"] = type };
        await ledger.WriteAsync(db, [new AuditEntry(AuditActor.System, row.Site, AuditWhat.CorrectionReceived, row.AuditSubject, AuditData.Of(null, data))], [], cancel);
        await transaction.CommitAsync(cancel);
        feed.Changed();
        return row;
    }

    public async Task<CorrectionRow?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Corrections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
    }

    /// <summary>By the sites that there are, since articles are indexed by site and address. The address as it was given goes before others.</summary>
    private static async Task<(string? Site, long? Article)> ArticleAsync(LabelContext db, string address, Uri parsed, CancellationToken cancel)
    {
        var (sites, written) = (await SiteNames.OfArticlesAsync(db, cancel), ArticleAddresses.Of(address, parsed).ToArray());
        var found = await db.Articles.AsNoTracking().Where(a => sites.Contains(a.Site) && written.Contains(a.Url))
            .OrderByDescending(a => a.ChangedAt).Select(a => new { a.Id, a.Site, a.Url }).Take(written.Length).ToListAsync(cancel);
        var article = found.Find(a => a.Url == address) ?? found.FirstOrDefault();
        return (article?.Site, article?.Id);
    }

    private static async Task<bool> IsFullAsync(LabelContext db, string? site, CancellationToken cancel)
    {
        var waiting = db.Corrections.Where(c => c.Outcome == null);
        return await waiting.Where(c => c.Site == site).Take(MostOfSite).CountAsync(cancel) >= MostOfSite
            || await waiting.Take(MostWaiting).CountAsync(cancel) >= MostWaiting;
    }
}
