using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Accounts;

/// <summary>
/// Counts tries before they are judged, each in one statement: guesses that come at the same moment, here or on another node, cannot
/// share one try.
/// </summary>
internal sealed class SignInTries(IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    /// <returns>False where the account is locked.</returns>
    public async Task<bool> TakeAsync(string? accountId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var since = now - SignInLimits.Window;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var taken = accountId is null ? 0 : await db.Accounts
            .Where(a => a.Id == accountId && (a.FailedAt == null || a.FailedAt <= since || a.AccessFailedCount < SignInLimits.Tries))
            .ExecuteUpdateAsync(set => set
                .SetProperty(a => a.AccessFailedCount, a => a.FailedAt == null || a.FailedAt <= since ? 1 : a.AccessFailedCount + 1)
                .SetProperty(a => a.FailedAt, now), cancel);
        if (taken == 0)
        {
            // A write all the same: that it is missing must not tell an unknown or locked account by its time.
            await db.Set<StoreProbeRow>().ExecuteUpdateAsync(set => set.SetProperty(p => p.At, now), cancel);
        }

        return taken > 0;
    }

    /// <summary>The try was right: the count begins anew. A right password alone gives back its own try only, lest codes be guessed for ever.</summary>
    public async Task GiveBackAsync(string accountId, bool all, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Accounts.Where(a => a.Id == accountId && a.AccessFailedCount > 0).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.AccessFailedCount, a => all ? 0 : a.AccessFailedCount - 1), cancel);
    }
}
