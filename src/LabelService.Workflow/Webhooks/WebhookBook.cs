using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Webhooks;

/// <summary>The endpoints of a site: made, rotated, enabled again, removed.</summary>
internal sealed class WebhookBook(IDbContextFactory<LabelContext> contexts, WebhookSecrets secrets, IOptions<WebhookOptions> options, TimeProvider time)
{
    public const int MostOfSite = 20;
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);
    private static readonly string Active = Kebab<WebhookState>.Word(WebhookState.Active);
    private static readonly string Waiting = Kebab<DeliveryState>.Word(DeliveryState.Waiting);
    private static readonly string GivenUp = Kebab<DeliveryState>.Word(DeliveryState.GivenUp);

    public static readonly Refusal Unknown = Refusal.NotFound("There is no such webhook.");

    public async Task<Answer<NewWebhook>> AddAsync(string site, WebhookRequest wanted, CancellationToken cancel)
    {
        if (WebhookRules.Fault(wanted, options.Value) is { } fault)
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginAloneAsync(cancel);
        if (await db.Webhooks.CountAsync(w => w.Site == site, cancel) >= MostOfSite)
        {
            return new Refusal(RefusalKind.Conflict, "too-many-webhooks", $"A site has {MostOfSite} webhooks at most; remove one first.");
        }

        var (secret, now) = (WebhookSecrets.New(), time.GetUtcNow());
        var row = new WebhookRow
        {
            Id = RandomId.Next("whk", now),
            Site = site,
            Url = wanted.Url.Trim(),
            Description = wanted.Description?.Trim(),
            Types = string.Join('\n', wanted.Types.IsDefault ? [] : wanted.Types.Distinct(StringComparer.Ordinal)),
            Secret = secrets.Seal(secret),
            State = Active,
            CreatedAt = now,
            LastSeq = await db.Ledger.AsNoTracking().Select(l => l.EventSeq).SingleAsync(cancel),
        };
        db.Webhooks.Add(row);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new NewWebhook(row, secret);
    }

    /// <param name="site">Null for those of every site.</param>
    public async Task<ImmutableArray<WebhookStanding>> ListAsync(string? site, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Webhooks.AsNoTracking().Where(w => site == null || w.Site == site).OrderBy(w => w.CreatedAt).ToListAsync(cancel);
        var standing = ImmutableArray.CreateBuilder<WebhookStanding>(rows.Count);
        foreach (var row in rows)
        {
            standing.Add(new WebhookStanding(row,
                await db.Deliveries.Where(d => d.WebhookId == row.Id && d.State == Waiting).Take(1001).CountAsync(cancel),
                await db.Deliveries.Where(d => d.WebhookId == row.Id && d.State == GivenUp).Take(1001).CountAsync(cancel)));
        }

        return standing.DrainToImmutable();
    }

    /// <summary>The secrets of all endpoints, the old ones that sign, too, for a while; those that cannot be opened any more are left out.</summary>
    public async Task<ImmutableArray<(string Url, string Secret)>> SecretsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Webhooks.AsNoTracking().ToListAsync(cancel);
        return [.. from row in rows from sealedOne in new[] { row.Secret, row.SecretBefore } where sealedOne is not null let secret = secrets.TryOpen(sealedOne) where secret is not null select (row.Url, secret)];
    }

    /// <summary>A new secret; the old one signs, too, for a day.</summary>
    public Task<Answer<NewWebhook>> RotateAsync(string id, string? site, CancellationToken cancel)
    {
        var secret = WebhookSecrets.New();
        return ChangeAsync(id, site, row =>
        {
            (row.SecretBefore, row.SecretBeforeUntil, row.Secret) = (row.Secret, time.GetUtcNow() + Overlap, secrets.Seal(secret));
            return new NewWebhook(row, secret);
        }, cancel);
    }

    public Task<Answer<WebhookRow>> DisableAsync(string id, string? site, CancellationToken cancel) => ChangeAsync(id, site, row =>
    {
        (row.State, row.DisabledWhy) = (Kebab<WebhookState>.Word(WebhookState.Disabled), "asked");
        return row;
    }, cancel);

    /// <summary>What has happened meanwhile is delivered, too.</summary>
    public Task<Answer<WebhookRow>> EnableAsync(string id, string? site, CancellationToken cancel) => ChangeAsync(id, site, row =>
    {
        (row.State, row.DisabledWhy, row.FailingSince, row.PausedUntil) = (Active, null, null, null);
        return row;
    }, cancel);

    public async Task<Refusal?> RemoveAsync(string id, string? site, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await FindAsync(db, id, site, cancel) is not { } row)
        {
            return Unknown;
        }

        db.Webhooks.Remove(row);
        await db.SaveChangesAsync(cancel);
        await db.Deliveries.Where(d => d.WebhookId == id).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<Answer<T>> ChangeAsync<T>(string id, string? site, Func<WebhookRow, T> change, CancellationToken cancel) where T : class
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await FindAsync(db, id, site, cancel) is not { } row)
        {
            return Unknown;
        }

        var changed = change(row);
        await db.SaveChangesAsync(cancel);
        return changed;
    }

    public static Task<WebhookRow?> FindAsync(LabelContext db, string id, string? site, CancellationToken cancel) =>
        db.Webhooks.SingleOrDefaultAsync(w => w.Id == id && (site == null || w.Site == site), cancel);
}

/// <param name="Secret">Shown this once.</param>
internal sealed record NewWebhook(WebhookRow Row, string Secret);

/// <param name="Waiting">Deliveries on their way, counted up to 1,001.</param>
/// <param name="GivenUp">Those that were tried as often as the schedule has it, counted likewise.</param>
internal sealed record WebhookStanding(WebhookRow Row, int Waiting, int GivenUp);
