using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Retention;

/// <summary>The sites that keys, articles and people belong to, and how long each keeps what.</summary>
internal sealed class SiteBook(IDbContextFactory<LabelContext> contexts, Ledger ledger, TimeProvider time)
{
    public const int LongestDays = 36_500;
    public static readonly Refusal BadDays = Refusal.Invalid("days", $"must be a whole number from 1 to {LongestDays}, or empty to keep everything.") with { Code = "bad-days" };
    public static readonly Refusal UnknownSite = Refusal.NotFound("There is no such site: neither a key nor an article nor an account belongs to it.");

    public async Task<ImmutableArray<SiteSettingsRow>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var kept = await db.SiteSettings.AsNoTracking().ToDictionaryAsync(s => s.Site, StringComparer.Ordinal, cancel);
        return [.. (await SiteNames.AllAsync(db, cancel)).Select(s => kept.GetValueOrDefault(s) ?? new SiteSettingsRow { Site = s })];
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

    /// <summary>What would be erased within the hour, so that nobody erases an archive by a slip of the hand.</summary>
    public async Task<Overdue> OverdueAsync(string site, int? articleDays, int? pendingDays, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (articles, reviews) = (0, 0);
        if (Before(articleDays) is { } changed)
        {
            articles = await db.Articles.Where(a => a.Site == site && a.Submitted != null && a.ChangedAt < changed).Take(Overdue.MostCounted + 1).CountAsync(cancel);
        }

        if (Before(pendingDays) is { } opened)
        {
            reviews = await db.Reviews.Where(r => r.Site == site && !r.Waiting && r.NamesErasedAt == null && r.OpenedAt < opened).Take(Overdue.MostCounted + 1).CountAsync(cancel);
        }

        return new Overdue(articles, reviews);
    }

    private DateTimeOffset? Before(int? days) => days is >= 1 and <= LongestDays ? time.GetUtcNow().AddDays(-days.Value) : null;

    private static JsonObject Data(SiteSettingsRow row) => new() { ["articleDays"] = row.ArticleDays, ["pendingDays"] = row.PendingDays };
}

/// <summary>How many articles, and reviews with names, are older than they are to be kept; one more than <see cref="MostCounted"/> stands for more.</summary>
internal sealed record Overdue(int Articles, int Reviews)
{
    public const int MostCounted = 1000;

    public bool IsNone => Articles == 0 && Reviews == 0;
}
