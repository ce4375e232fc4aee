using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.Events;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Webhooks;

/// <summary>Takes deliveries that are due, so that no other node sends them meanwhile.</summary>
internal sealed class DeliveryClaims(IDbContextFactory<LabelContext> contexts, WebhookSecrets secrets, IOptions<WebhookOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);
    private static readonly string Active = Kebab<WebhookState>.Word(WebhookState.Active);
    private static readonly string Waiting = Kebab<DeliveryState>.Word(DeliveryState.Waiting);

    /// <summary>Endpoints that have something due now.</summary>
    public async Task<List<string>> DueAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        return await db.Webhooks.AsNoTracking()
            .Where(w => w.State == Active && (w.PausedUntil == null || w.PausedUntil <= now)
                && db.Deliveries.Any(d => d.WebhookId == w.Id && d.State == Waiting && d.NextAt <= now && (d.ClaimedUntil == null || d.ClaimedUntil <= now)))
            .Select(w => w.Id).ToListAsync(cancel);
    }

    public async Task<ImmutableArray<ClaimedDelivery>> TakeAsync(string webhookId, int most, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = time.GetUtcNow();
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == webhookId && w.State == Active && (w.PausedUntil == null || w.PausedUntil <= now), cancel) is not { } webhook)
        {
            return [];
        }

        var rows = await Due(db, webhookId, now, most).ToListAsync(cancel);
        var numbers = rows.Select(r => r.EventSeq).OfType<long>().ToList();
        var events = await db.Events.AsNoTracking().Where(e => numbers.Contains(e.Seq)).ToDictionaryAsync(e => e.Seq, cancel);
        foreach (var row in rows)
        {
            row.ClaimedUntil = now.AddSeconds(options.Value.TimeoutSeconds) + Margin;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        var signing = Signing(webhook, now);
        return [.. rows.Select(r => new ClaimedDelivery(r.Number, r.Id, webhook.Id, webhook.Url, r.Attempts, signing, Body(r, webhook, r.EventSeq is { } seq ? events.GetValueOrDefault(seq) : null)))];
    }

    private static IQueryable<DeliveryRow> Due(LabelContext db, string webhookId, DateTimeOffset now, int most)
    {
        if (!db.IsShared)
        {
            return db.Deliveries.Where(d => d.WebhookId == webhookId && d.State == Waiting && d.NextAt <= now && (d.ClaimedUntil == null || d.ClaimedUntil <= now)).OrderBy(d => d.NextAt).ThenBy(d => d.Number).Take(most);
        }

        var moment = now.ToUnixTimeMilliseconds();
        return db.Deliveries.FromSql(
            $"""
            SELECT * FROM "deliveries" WHERE "WebhookId" = {webhookId} AND "State" = {Waiting} AND "NextAt" <= {moment} AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" <= {moment})
            ORDER BY "NextAt", "Number" LIMIT {most} FOR UPDATE SKIP LOCKED
            """);
    }

    private ImmutableArray<string> Signing(WebhookRow webhook, DateTimeOffset now) =>
        webhook.SecretBefore is { } before && webhook.SecretBeforeUntil > now ? [secrets.Open(webhook.Secret), secrets.Open(before)] : [secrets.Open(webhook.Secret)];

    private static byte[] Body(DeliveryRow delivery, WebhookRow webhook, EventRow? happened) => new WebhookBody(
        delivery.Type, happened?.At ?? delivery.NextAt, webhook.Site, happened?.Seq ?? 0, happened?.ExternalId, happened?.Url, happened?.CheckId, happened?.ReviewId).Write();
}

/// <param name="Attempts">How often it was tried before.</param>
internal sealed record ClaimedDelivery(long Number, string Id, string WebhookId, string Url, int Attempts, ImmutableArray<string> Secrets, byte[] Body);
