using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Webhooks;

/// <summary>
/// Turns events into deliveries, for each endpoint from where the last turn ended. Events are numbered in the order of commits, so none is
/// passed by; an endpoint's place moves in the transaction that adds its deliveries, so none is added twice.
/// </summary>
internal sealed class WebhookOutbox(IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    private const int PageSize = 500;
    private static readonly string Active = Kebab<WebhookState>.Word(WebhookState.Active);

    /// <returns>Whether there may be more at once.</returns>
    public async Task<bool> TurnAsync(CancellationToken cancel)
    {
        List<string> behind;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            var newest = await db.Ledger.AsNoTracking().Select(l => l.EventSeq).SingleAsync(cancel);
            behind = await db.Webhooks.AsNoTracking().Where(w => w.State == Active && w.LastSeq < newest).Select(w => w.Id).ToListAsync(cancel);
        }

        var more = false;
        foreach (var webhook in behind)
        {
            more |= await TurnAsync(webhook, cancel);
        }

        return more;
    }

    private async Task<bool> TurnAsync(string id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rows = db.IsShared ? db.Webhooks.FromSql($"""SELECT * FROM "webhooks" WHERE "Id" = {id} FOR UPDATE SKIP LOCKED""") : db.Webhooks.Where(w => w.Id == id);
        if (await rows.SingleOrDefaultAsync(cancel) is not { } webhook || webhook.State != Active)
        {
            return false;
        }

        // The newest number first: an event that is committed while the page is read stays for the next turn.
        var newest = await db.Ledger.AsNoTracking().Select(l => l.EventSeq).SingleAsync(cancel);
        var events = await db.Events.AsNoTracking().Where(e => e.Site == webhook.Site && e.Seq > webhook.LastSeq && e.Seq <= newest).OrderBy(e => e.Seq).Take(PageSize).ToListAsync(cancel);
        var (types, now) = (Account.Split(webhook.Types), time.GetUtcNow());
        db.Deliveries.AddRange(events.Where(e => types.IsEmpty || types.Contains(e.Type)).Select(e => new DeliveryRow
        {
            Id = RandomId.Next("msg", now),
            WebhookId = webhook.Id,
            EventSeq = e.Seq,
            Type = e.Type,
            ExternalId = e.ExternalId,
            State = Kebab<DeliveryState>.Word(DeliveryState.Waiting),
            NextAt = now,
        }));
        webhook.LastSeq = events.Count == PageSize ? events[^1].Seq : newest;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return events.Count == PageSize;
    }
}
