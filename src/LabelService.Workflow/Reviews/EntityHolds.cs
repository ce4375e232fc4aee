using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>Puts an entity in dispute, and ends it: seniors do. What rules find certain stays; what waits is theirs, one by one.</summary>
internal sealed class EntityHolds(IDbContextFactory<LabelContext> contexts, Ledger ledger, ReviewFeed feed, TimeProvider time)
{
    private const int MostListed = 200;
    private const int LongestId = 200;

    /// <summary>Those in force first, the newest first.</summary>
    public async Task<ImmutableArray<EntityHoldRow>> ListAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. await db.EntityHolds.AsNoTracking().OrderBy(h => h.LiftedAt != null).ThenByDescending(h => h.At).Take(MostListed).ToListAsync(cancel)];
    }

    public async Task<EntityHoldRow?> FindAsync(string entityId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.EntityHolds.AsNoTracking().FirstOrDefaultAsync(h => h.EntityId == entityId && h.LiftedAt == null, cancel);
    }

    public async Task<Refusal?> SetAsync(string entityId, string entityName, string? reason, Person person, CancellationToken cancel)
    {
        if (entityId.Length is 0 or > LongestId)
        {
            return ReviewRefusals.UnknownEntity;
        }

        if (ReviewRefusals.FaultOfReason(reason, "reason") is { } fault)
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginAloneAsync(cancel);
        if (await db.EntityHolds.AnyAsync(h => h.EntityId == entityId && h.LiftedAt == null, cancel))
        {
            return ReviewRefusals.HeldAlready;
        }

        var now = time.GetUtcNow();
        var hold = new EntityHoldRow
        {
            Id = RandomId.Next("hld", now), EntityId = entityId, EntityName = entityName, Reason = reason!.Trim(), ById = person.Id, ByName = person.Name, At = now,
        };
        db.EntityHolds.Add(hold);
        var after = new JsonObject { ["entity"] = entityId, ["reason"] = hold.Reason };
        await ledger.WriteAsync(db, [new AuditEntry(AuditActor.Of(person), null, AuditWhat.HoldSet, hold.Id, AuditData.Of(null, after))], [], cancel);
        await transaction.CommitAsync(cancel);
        feed.Changed();
        return null;
    }

    public async Task<Refusal?> LiftAsync(string id, string? reason, Person person, CancellationToken cancel)
    {
        if (ReviewRefusals.FaultOfReason(reason, "reason") is { } fault)
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginAloneAsync(cancel);
        if (await db.EntityHolds.SingleOrDefaultAsync(h => h.Id == id && h.LiftedAt == null, cancel) is not { } hold)
        {
            return ReviewRefusals.NoSuchHold;
        }

        (hold.LiftedAt, hold.LiftedByName) = (time.GetUtcNow(), person.Name);
        var data = AuditData.Of(new JsonObject { ["entity"] = hold.EntityId, ["reason"] = hold.Reason }, new JsonObject { ["reason"] = reason!.Trim() });
        await ledger.WriteAsync(db, [new AuditEntry(AuditActor.Of(person), null, AuditWhat.HoldLifted, hold.Id, data)], [], cancel);
        await transaction.CommitAsync(cancel);
        feed.Changed();
        return null;
    }
}
