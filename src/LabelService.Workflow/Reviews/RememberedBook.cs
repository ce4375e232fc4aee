using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>What moderators remembered and which rules are braked: kept in the store, held in memory, followed by every process.</summary>
internal sealed class RememberedBook(IDbContextFactory<LabelContext> contexts, ExceptionsInForce exceptions, Ledger ledger, TimeProvider time)
{
    private const int MostListed = 500;
    private readonly SemaphoreSlim _refreshing = new(1, 1);

    public async Task<RememberedRow> AddAsync(
        LabelContext db, RememberScope scope, DisclosureDecision decision, DecisionRow made, ReviewArticle article, DecisionCase hold, CancellationToken cancel)
    {
        var row = new RememberedRow
        {
            Id = RandomId.Next("exc", hold.Now),
            Site = made.Site,
            EntityId = made.EntityId!,
            MeansIt = decision.Action != DecisionAction.Reject,
            Words = made.Words,
            Article = scope == RememberScope.Article ? article.Row.ExternalId ?? article.Row.Url : null,
            Author = scope == RememberScope.Author ? hold.Review.Author : null,
            Reason = decision.Reason?.Trim() ?? made.Reason ?? "confirmed by a moderator",
            DecisionId = made.Id,
            ById = hold.Person.Id,
            ByName = hold.Person.Name,
            At = hold.Now,
            Until = decision.Remember is null ? made.RememberUntil : decision.RememberUntil,
            Stamp = await NextStampAsync(db, cancel),
        };
        db.Remembered.Add(row);
        return row;
    }

    public static async Task RevokeAsync(LabelContext db, string id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Remembered.SingleOrDefaultAsync(r => r.Id == id && r.RevokedAt == null, cancel) is { } row)
        {
            row.RevokedAt = now;
            row.Stamp = await NextStampAsync(db, cancel);
        }
    }

    /// <summary>Those that hold on a site, the newest first.</summary>
    public async Task<ImmutableArray<RememberedRow>> ListAsync(Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var sites = ReviewBook.SitesOf(person);
        return [.. await db.Remembered.AsNoTracking().Where(r => r.RevokedAt == null && (sites == null || sites.Contains(r.Site))).OrderByDescending(r => r.Stamp).Take(MostListed).ToListAsync(cancel)];
    }

    /// <summary>What was remembered is asked again from now on; decisions that rest on it stay.</summary>
    public async Task<Refusal?> RevokeAsync(string id, string? reason, Person person, CancellationToken cancel)
    {
        if (ReviewRefusals.FaultOfReason(reason, "reason") is { } fault)
        {
            return fault;
        }

        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await db.Remembered.SingleOrDefaultAsync(r => r.Id == id && r.RevokedAt == null, cancel) is not { } row || !person.Sees(row.Site))
            {
                return ReviewRefusals.NothingRemembered;
            }

            await RevokeAsync(db, id, time.GetUtcNow(), cancel);
            var data = AuditData.Of(new JsonObject { ["entity"] = row.EntityId, ["words"] = row.Words }, new JsonObject { ["reason"] = reason!.Trim() });
            await ledger.WriteAsync(db, [new AuditEntry(AuditActor.Of(person), row.Site, AuditWhat.Forgotten, id, data)], [], cancel);
            await transaction.CommitAsync(cancel);
        }

        await RefreshAsync(cancel);
        return null;
    }

    /// <summary>
    /// Inside the transaction that changes a row, after what else it changes. On a shared store writers take turns here as they do at the
    /// ledger: else two would get the same stamp, or the higher be seen first, and a node would miss the other.
    /// </summary>
    public static async Task<long> NextStampAsync(LabelContext db, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        if (db.IsShared)
        {
            await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "ledger" FOR UPDATE""", cancel);
        }

        return await StampAsync(db, cancel) + 1;
    }

    private static async Task<long> StampAsync(LabelContext db, CancellationToken cancel)
    {
        var local = db.Remembered.Local.Select(r => r.Stamp).Concat(db.Brakes.Local.Select(b => b.Stamp)).DefaultIfEmpty().Max();
        var stored = Math.Max(await db.Remembered.MaxAsync(r => (long?)r.Stamp, cancel) ?? 0, await db.Brakes.MaxAsync(b => (long?)b.Stamp, cancel) ?? 0);
        return Math.Max(local, stored);
    }

    /// <summary>Reads them again where one changed.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await _refreshing.WaitAsync(cancel);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var stamp = await StampAsync(db, cancel);
            if (stamp == exceptions.Remembered.Stamp)
            {
                return;
            }

            var rows = await db.Remembered.AsNoTracking().Where(r => r.RevokedAt == null).OrderBy(r => r.Stamp).ToListAsync(cancel);
            var brakes = await db.Brakes.AsNoTracking().Where(b => b.LiftedAt == null).ToListAsync(cancel);
            exceptions.Remembered = new RememberedExceptions(
                stamp, [.. rows], brakes.GroupBy(b => b.Rule, StringComparer.Ordinal).ToImmutableSortedDictionary(b => b.Key, b => b.Max(x => x.Step), StringComparer.Ordinal));
        }
        finally
        {
            _refreshing.Release();
        }
    }
}
