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

    /// <summary>Those of the person's sites and of every site; those in force first, the newest first.</summary>
    public async Task<ImmutableArray<EntityHoldRow>> ListAsync(Person person, CancellationToken cancel)
    {
        var sites = ReviewBook.SitesOf(person);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var seen = db.EntityHolds.AsNoTracking().Where(h => sites == null || h.Site == null || sites.Contains(h.Site));
        return [.. await seen.OrderBy(h => h.LiftedAt != null).ThenByDescending(h => h.At).Take(MostListed).ToListAsync(cancel)];
    }

    /// <summary>Whether the person may begin and end disputes there.</summary>
    /// <param name="site">Null for every site.</param>
    public static bool MayHold(Person person, string? site) => person.Sees(site ?? Person.EverySite);

    /// <param name="site">Whose questions it is about; null for those of every site.</param>
    public async Task<Refusal?> SetAsync(string entityId, string entityName, string? site, string? reason, Person person, CancellationToken cancel)
    {
        if (!MayHold(person, site))
        {
            return ReviewRefusals.NotYourSite;
        }

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
        if (await db.EntityHolds.AnyAsync(h => h.EntityId == entityId && h.LiftedAt == null && (h.Site == null || h.Site == site), cancel))
        {
            return ReviewRefusals.HeldAlready;
        }

        var now = time.GetUtcNow();
        var hold = new EntityHoldRow
        {
            Id = RandomId.Next("hld", now), Site = site, EntityId = entityId, EntityName = entityName, Reason = reason!.Trim(), ById = person.Id, ByName = person.Name, At = now,
        };
        db.EntityHolds.Add(hold);
        var after = new JsonObject { ["entity"] = entityId, ["reason"] = hold.Reason };
        await ledger.WriteAsync(db, [new AuditEntry(AuditActor.Of(person), site, AuditWhat.HoldSet, hold.Id, AuditData.Of(null, after))], [], cancel);
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
        if (await db.EntityHolds.SingleOrDefaultAsync(h => h.Id == id && h.LiftedAt == null, cancel) is not { } hold || !(hold.Site is null || person.Sees(hold.Site)))
        {
            return ReviewRefusals.NoSuchHold;
        }

        if (!MayHold(person, hold.Site))
        {
            return ReviewRefusals.NotYourSite;
        }

        (hold.LiftedAt, hold.LiftedByName) = (time.GetUtcNow(), person.Name);
        var data = AuditData.Of(new JsonObject { ["entity"] = hold.EntityId, ["reason"] = hold.Reason }, new JsonObject { ["reason"] = reason!.Trim() });
        await ledger.WriteAsync(db, [new AuditEntry(AuditActor.Of(person), hold.Site, AuditWhat.HoldLifted, hold.Id, data)], [], cancel);
        await transaction.CommitAsync(cancel);
        feed.Changed();
        return null;
    }
}
