using System.Collections.Immutable;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>What moderators remembered and which rules are braked: kept in the store, held in memory, followed by every process.</summary>
internal sealed class RememberedBook(IDbContextFactory<LabelContext> contexts, ExceptionsInForce exceptions)
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);

    public async Task<RememberedRow> AddAsync(
        LabelContext db, DisclosureDecision decision, DecisionRow made, ReviewArticle article, DecisionCase hold, CancellationToken cancel)
    {
        var scope = decision.Remember!.Value;
        var row = new RememberedRow
        {
            Id = RandomId.Next("exc", hold.Now),
            Site = made.Site,
            EntityId = made.EntityId!,
            MeansIt = decision.Action != DecisionAction.Reject,
            Words = made.Words,
            Article = scope == RememberScope.Article ? article.Row.ExternalId ?? article.Row.Url : null,
            Author = scope == RememberScope.Author ? hold.Review.Author : null,
            Reason = made.Reason ?? "confirmed by a moderator",
            DecisionId = made.Id,
            ById = made.ById,
            ByName = made.ByName,
            At = hold.Now,
            Until = decision.RememberUntil,
            Stamp = await NextStampAsync(db, cancel),
        };
        db.Remembered.Add(row);
        return row;
    }

    /// <summary>Inside the transaction that changes a row.</summary>
    public static async Task<long> NextStampAsync(LabelContext db, CancellationToken cancel)
    {
        var local = db.Remembered.Local.Select(r => r.Stamp).Concat(db.Brakes.Local.Select(b => b.Stamp)).DefaultIfEmpty().Max();
        var stored = Math.Max(await db.Remembered.MaxAsync(r => (long?)r.Stamp, cancel) ?? 0, await db.Brakes.MaxAsync(b => (long?)b.Stamp, cancel) ?? 0);
        return Math.Max(local, stored) + 1;
    }

    /// <summary>Reads them again where one changed.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await _refreshing.WaitAsync(cancel);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var stamp = await NextStampAsync(db, cancel) - 1;
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
