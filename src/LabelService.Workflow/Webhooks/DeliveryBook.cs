using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.Events;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Webhooks;

/// <summary>What was delivered to an endpoint, and what is sent again.</summary>
internal sealed class DeliveryBook(IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    public const int PageSize = 50;
    private const int MostReplayed = 10_000;
    private static readonly string Waiting = Kebab<DeliveryState>.Word(DeliveryState.Waiting);
    private static readonly string GivenUp = Kebab<DeliveryState>.Word(DeliveryState.GivenUp);

    public static readonly Refusal UnknownDelivery = Refusal.NotFound("There is no such delivery.");

    /// <param name="before">Only older ones.</param>
    public async Task<Answer<DeliveryPage>> ListAsync(string id, string? site, string? state, long? before, CancellationToken cancel)
    {
        if (state is not null && !Kebab<DeliveryState>.TryParse(state, out _))
        {
            return Refusal.Invalid("state", $"must be one of: {string.Join(", ", Kebab<DeliveryState>.Words)}.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await WebhookBook.FindAsync(db, id, site, cancel) is not { } row)
        {
            return WebhookBook.Unknown;
        }

        var rows = await db.Deliveries.AsNoTracking().Where(d => d.WebhookId == id && (state == null || d.State == state) && (before == null || d.Number < before))
            .OrderByDescending(d => d.Number).Take(PageSize + 1).ToListAsync(cancel);
        return new DeliveryPage(row, [.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }

    /// <summary>Sends one again, whatever became of it.</summary>
    public async Task<Refusal?> ReplayAsync(string id, string? site, string delivery, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await WebhookBook.FindAsync(db, id, site, cancel) is null)
        {
            return WebhookBook.Unknown;
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
        if (await WebhookBook.FindAsync(db, id, site, cancel) is null)
        {
            return WebhookBook.Unknown;
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
        if (await WebhookBook.FindAsync(db, id, site, cancel) is not { } row)
        {
            return WebhookBook.Unknown;
        }

        var now = time.GetUtcNow();
        var trial = new DeliveryRow { Id = RandomId.Next("msg", now), WebhookId = row.Id, Type = EventTypes.WebhookTest, State = Waiting, NextAt = now };
        db.Deliveries.Add(trial);
        await db.SaveChangesAsync(cancel);
        return trial;
    }
}

/// <param name="Before">Where the next page begins; null on the last.</param>
internal sealed record DeliveryPage(WebhookRow Webhook, ImmutableArray<DeliveryRow> Rows, long? Before);
