using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Retention;

/// <summary>The sites that keys and articles belong to, and how long each keeps what.</summary>
internal sealed class SiteBook(IDbContextFactory<LabelContext> contexts, Ledger ledger)
{
    public const int LongestDays = 36_500;
    public static readonly Refusal BadDays = Refusal.Invalid("days", $"must be a whole number from 1 to {LongestDays}, or empty to keep everything.") with { Code = "bad-days" };
    public static readonly Refusal UnknownSite = Refusal.NotFound("There is no such site: no key and no article belongs to it.");

    public async Task<ImmutableArray<SiteSettingsRow>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var kept = await db.SiteSettings.AsNoTracking().ToDictionaryAsync(s => s.Site, StringComparer.Ordinal, cancel);
        var sites = await db.ApiKeys.AsNoTracking().Select(k => k.Site).Distinct().ToListAsync(cancel);
        return [.. sites.Concat(kept.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(s => kept.GetValueOrDefault(s) ?? new SiteSettingsRow { Site = s })];
    }

    public async Task<Refusal?> KeepAsync(string site, int? articleDays, int? pendingDays, Person person, CancellationToken cancel)
    {
        if (articleDays is < 1 or > LongestDays || pendingDays is < 1 or > LongestDays)
        {
            return BadDays;
        }

        if (!(await ListAsync(cancel)).Any(s => s.Site == site))
        {
            return UnknownSite;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var row = await db.SiteSettings.SingleOrDefaultAsync(s => s.Site == site, cancel);
        if (row is null)
        {
            db.SiteSettings.Add(row = new SiteSettingsRow { Site = site });
        }

        var before = Data(row);
        (row.ArticleDays, row.PendingDays) = (articleDays, pendingDays);
        await ledger.WriteAsync(db, [new AuditEntry(AuditActor.Of(person), site, AuditWhat.RetentionChanged, site, AuditData.Of(before, Data(row)))], [], cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static JsonObject Data(SiteSettingsRow row) => new() { ["articleDays"] = row.ArticleDays, ["pendingDays"] = row.PendingDays };
}
