using LabelService.Engine.Model;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Webhooks;

/// <summary>Writes down what became of tries, and what follows for the endpoint.</summary>
internal sealed partial class DeliveryLog(IDbContextFactory<LabelContext> contexts, IOptions<WebhookOptions> options, TimeProvider time, ILogger<DeliveryLog> log)
{
    private static readonly string Waiting = Kebab<DeliveryState>.Word(DeliveryState.Waiting);
    private static readonly string Delivered = Kebab<DeliveryState>.Word(DeliveryState.Delivered);
    private static readonly string GivenUp = Kebab<DeliveryState>.Word(DeliveryState.GivenUp);
    private static readonly string Disabled = Kebab<WebhookState>.Word(WebhookState.Disabled);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(5);

    /// <summary>Many at once: each transaction costs a write to the disk.</summary>
    public async Task WriteAsync(IReadOnlyCollection<(ClaimedDelivery Delivery, Attempt Attempt)> made, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var numbers = made.Select(m => m.Delivery.Number).ToList();
        var rows = await db.Deliveries.Where(d => numbers.Contains(d.Number)).ToDictionaryAsync(d => d.Number, cancel);
        foreach (var (delivery, attempt) in made.Where(m => rows.ContainsKey(m.Delivery.Number)))
        {
            Note(rows[delivery.Number], attempt);
        }

        await db.SaveChangesAsync(cancel);
        foreach (var endpoint in made.GroupBy(m => m.Delivery.WebhookId, m => m.Attempt, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            await FollowAsync(db, endpoint.Key, [.. endpoint], cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Gives back what was not sent.</summary>
    public async Task ReleaseAsync(IReadOnlyCollection<long> numbers, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Deliveries.Where(d => numbers.Contains(d.Number)).ExecuteUpdateAsync(set => set.SetProperty(d => d.ClaimedUntil, (DateTimeOffset?)null), cancel);
    }

    /// <summary>The log of what is over is kept for a while.</summary>
    public async Task ClearAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var before = time.GetUtcNow() - Kept;
        await db.Deliveries.Where(d => d.State != Waiting && d.LastAt < before).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Where the store is this process's alone, claims from before its start are nobody's.</summary>
    public async Task ReleaseOfNobodyAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!db.IsShared)
        {
            await db.Deliveries.Where(d => d.State == Waiting && d.ClaimedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(d => d.ClaimedUntil, (DateTimeOffset?)null), cancel);
        }
    }

    private void Note(DeliveryRow row, Attempt attempt)
    {
        var now = time.GetUtcNow();
        row.Attempts++;
        (row.ClaimedUntil, row.LastAt, row.LastStatus, row.LastFault, row.LastMs) = (null, now, attempt.Status, attempt.Fault, attempt.Milliseconds);
        if (attempt.IsTaken)
        {
            row.State = Delivered;
            return;
        }

        var wait = attempt.IsGone ? TimeSpan.Zero : RetrySchedule.After(row.Attempts, attempt.RetryAfter, options.Value.RetryScale, Random.Shared.NextDouble());
        row.State = wait is null ? GivenUp : Waiting;
        row.NextAt = now + (wait ?? TimeSpan.Zero);
    }

    private async Task FollowAsync(LabelContext db, string id, List<Attempt> attempts, CancellationToken cancel)
    {
        var (now, scale) = (time.GetUtcNow(), options.Value.RetryScale);
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == id, cancel) is not { } webhook)
        {
            return;
        }

        var rest = attempts.Where(a => a.WantsRest).Select(a => RetrySchedule.Rest(a.RetryAfter is { } asked && asked > ShortestRest ? asked : ShortestRest, scale)).DefaultIfEmpty().Max();
        webhook.PausedUntil = rest > TimeSpan.Zero ? now + rest : webhook.PausedUntil <= now ? null : webhook.PausedUntil;
        webhook.FailingSince = attempts.Exists(a => a.IsTaken) ? null : webhook.FailingSince ?? now;
        if (attempts.Exists(a => a.IsGone))
        {
            (webhook.State, webhook.DisabledWhy) = (Disabled, "gone");
            Gone(webhook.Id, webhook.Site);
        }
        else if (webhook.FailingSince is { } since && now - since > RetrySchedule.Patience * scale)
        {
            (webhook.State, webhook.DisabledWhy) = (Disabled, "failing");
            GivenUpOn(webhook.Id, webhook.Site, since);
        }

        await db.SaveChangesAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook {Webhook} of {Site} is disabled: its receiver answered 410")]
    private partial void Gone(string webhook, string site);

    [LoggerMessage(Level = LogLevel.Error, Message = "The webhook {Webhook} of {Site} is disabled: nothing has arrived there since {Since}")]
    private partial void GivenUpOn(string webhook, string site, DateTimeOffset since);
}
