using System.Collections.Immutable;
using System.Net;
using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Events;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Webhooks;

/// <summary>The endpoints of a site: made, rotated, enabled again, removed; what was delivered to them, and what is sent again.</summary>
internal sealed class WebhookBook(IDbContextFactory<LabelContext> contexts, WebhookSecrets secrets, IOptions<WebhookOptions> options, TimeProvider time)
{
    public const int MostOfSite = 20;
    public const int PageSize = 50;
    private const int LongestUrl = 2000;
    private const int LongestDescription = 200;
    private const int MostReplayed = 10_000;
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);
    private static readonly string Active = Kebab<WebhookState>.Word(WebhookState.Active);
    private static readonly string Waiting = Kebab<DeliveryState>.Word(DeliveryState.Waiting);
    private static readonly string GivenUp = Kebab<DeliveryState>.Word(DeliveryState.GivenUp);

    public static readonly Refusal Unknown = Refusal.NotFound("There is no such webhook.");
    public static readonly Refusal UnknownDelivery = Refusal.NotFound("There is no such delivery.");

    public async Task<Answer<NewWebhook>> AddAsync(string site, WebhookRequest wanted, CancellationToken cancel)
    {
        if (Fault(wanted) is { } fault)
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

    /// <param name="before">Only older ones.</param>
    public async Task<Answer<DeliveryPage>> DeliveriesAsync(string id, string? site, string? state, long? before, CancellationToken cancel)
    {
        if (state is not null && !Kebab<DeliveryState>.TryParse(state, out _))
        {
            return Refusal.Invalid("state", $"must be one of: {string.Join(", ", Kebab<DeliveryState>.Words)}.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await FindAsync(db, id, site, cancel) is not { } row)
        {
            return Unknown;
        }

        var rows = await db.Deliveries.AsNoTracking().Where(d => d.WebhookId == id && (state == null || d.State == state) && (before == null || d.Number < before))
            .OrderByDescending(d => d.Number).Take(PageSize + 1).ToListAsync(cancel);
        return new DeliveryPage(row, [.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }

    /// <summary>Sends one again, whatever became of it.</summary>
    public async Task<Refusal?> ReplayAsync(string id, string? site, string delivery, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await FindAsync(db, id, site, cancel) is null)
        {
            return Unknown;
        }

        var now = time.GetUtcNow();
        var found = await db.Deliveries.Where(d => d.WebhookId == id && d.Id == delivery)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, Waiting).SetProperty(d => d.Attempts, 0).SetProperty(d => d.NextAt, now), cancel);
        return found == 0 ? UnknownDelivery : null;
    }

    /// <summary>Sends all again that were given up.</summary>
    public async Task<Refusal?> ReplayGivenUpAsync(string id, string? site, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await FindAsync(db, id, site, cancel) is null)
        {
            return Unknown;
        }

        var now = time.GetUtcNow();
        var numbers = db.Deliveries.Where(d => d.WebhookId == id && d.State == GivenUp).OrderBy(d => d.Number).Take(MostReplayed).Select(d => d.Number);
        await db.Deliveries.Where(d => numbers.Contains(d.Number))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, Waiting).SetProperty(d => d.Attempts, 0).SetProperty(d => d.NextAt, now), cancel);
        return null;
    }

    /// <summary>Sends something that is no event, to see whether it arrives.</summary>
    public async Task<Answer<DeliveryRow>> TryAsync(string id, string? site, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await FindAsync(db, id, site, cancel) is not { } row)
        {
            return Unknown;
        }

        var now = time.GetUtcNow();
        var trial = new DeliveryRow { Id = RandomId.Next("msg", now), WebhookId = row.Id, Type = EventTypes.WebhookTest, State = Waiting, NextAt = now };
        db.Deliveries.Add(trial);
        await db.SaveChangesAsync(cancel);
        return trial;
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

    private static Task<WebhookRow?> FindAsync(LabelContext db, string id, string? site, CancellationToken cancel) =>
        db.Webhooks.SingleOrDefaultAsync(w => w.Id == id && (site == null || w.Site == site), cancel);

    private Refusal? Fault(WebhookRequest wanted)
    {
        var url = wanted.Url.Trim();
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("https" or "http") || parsed.UserInfo.Length > 0)
        {
            return Refusal.Invalid("$.url", $"must be an address that begins with https:// or http://, without a user name, of {LongestUrl} characters at most.") with { Code = "bad-url" };
        }

        if (IPAddress.TryParse(parsed.Host.Trim('[', ']'), out var literal) && !new WebhookNetworks(options.Value.Allowed()).Allows(literal))
        {
            return Refusal.Invalid("$.url", "is an address that is not public; an operator may allow its network by Webhooks__AllowedNetworks.") with { Code = "private-address" };
        }

        if (wanted.Description?.Length > LongestDescription)
        {
            return Refusal.Invalid("$.description", $"must have {LongestDescription} characters at most.");
        }

        var unknown = wanted.Types.IsDefault ? null : wanted.Types.FirstOrDefault(t => !EventTypes.All.Contains(t));
        return unknown is null ? null : Refusal.Invalid("$.types", $"'{unknown}' is not one of: {string.Join(", ", EventTypes.All)}.") with { Code = "bad-type" };
    }
}

/// <summary>What a site asks for.</summary>
public sealed record WebhookRequest
{
    public required string Url { get; init; }

    /// <summary>Which events; empty or absent for all.</summary>
    public ImmutableArray<string> Types { get; init; }

    public string? Description { get; init; }
}

/// <param name="Secret">Shown this once.</param>
internal sealed record NewWebhook(WebhookRow Row, string Secret);

/// <param name="Waiting">Deliveries on their way, counted up to 1,001.</param>
/// <param name="GivenUp">Those that were tried as often as the schedule has it, counted likewise.</param>
internal sealed record WebhookStanding(WebhookRow Row, int Waiting, int GivenUp);

/// <param name="Before">Where the next page begins; null on the last.</param>
internal sealed record DeliveryPage(WebhookRow Webhook, ImmutableArray<DeliveryRow> Rows, long? Before);
