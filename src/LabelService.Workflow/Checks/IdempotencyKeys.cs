using System.Collections.Concurrent;
using System.Security.Cryptography;
using LabelService.Engine.Model;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Checks;

/// <summary>
/// The promise of the header <c>Idempotency-Key</c>: within 24 hours the same key and body give the same answer and one stored check.
/// A key belongs to the API key that sent it, and a refused request does not spend it.
/// </summary>
internal sealed class IdempotencyKeys(IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    /// <summary>How long a key lives, by the contract.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const int MaximumLength = 255;

    /// <summary>One row by its key: a store that takes longer does not answer at all.</summary>
    private static readonly TimeSpan FindWithin = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<(string KeyId, string Key), bool> _running = new();

    /// <returns>Why the header cannot be honoured, or null.</returns>
    public static Refusal? Fault(string key, CheckRequest request)
    {
        if (key.Length is 0 or > MaximumLength)
        {
            return new Refusal(RefusalKind.Invalid, "invalid-idempotency-key", $"Idempotency-Key must have 1 to {MaximumLength} characters.");
        }

        return request.Store
            ? null
            : new Refusal(RefusalKind.Invalid, "idempotency-without-store",
                "Idempotency-Key needs a stored check to answer again from; leave the header out, or \"store\": false.");
    }

    /// <summary>Runs <paramref name="check"/> unless the key was spent before; then gives that check's answer.</summary>
    public async ValueTask<Answer<RecordedCheck>> OnceAsync(
        CheckCaller caller, string key, byte[] bodyHash, Func<byte[], ValueTask<Answer<RecordedCheck>>> check, CancellationToken cancel)
    {
        if (!_running.TryAdd((caller.KeyId, key), true))
        {
            return new Refusal(RefusalKind.StillRunning, "idempotency-running", "The first request with this Idempotency-Key still runs; ask again in a moment.")
            {
                RetryAfter = TimeSpan.FromSeconds(1),
            };
        }

        try
        {
            return await FindSoonAsync(caller, key, bodyHash, cancel) ?? await check(bodyHash);
        }
        catch (KeySpentException spent)
        {
            // Another node was quicker with the same key, and has committed: its check is the answer.
            return await FindAsync(caller, key, bodyHash, cancel) ?? throw new StoreUnavailableException(spent);
        }
        finally
        {
            _running.TryRemove((caller.KeyId, key), out _);
        }
    }

    /// <summary>What the driver does to give up on a store that is cut off takes it a minute: it goes on without the caller.</summary>
    private async Task<Answer<RecordedCheck>?> FindSoonAsync(CheckCaller caller, string key, byte[] bodyHash, CancellationToken cancel)
    {
        var finding = FindAsync(caller, key, bodyHash, cancel);
        try
        {
            return await finding.WaitAsync(FindWithin, cancel);
        }
        catch (TimeoutException late)
        {
            throw new StoreUnavailableException(late);
        }
    }

    private async Task<Answer<RecordedCheck>?> FindAsync(CheckCaller caller, string key, byte[] bodyHash, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Database.SetCommandTimeout(FindWithin);
        var since = time.GetUtcNow() - Life;
        var spent = await db.Idempotency.AsNoTracking()
            .SingleOrDefaultAsync(i => i.KeyId == caller.KeyId && i.Key == key && i.CreatedAt > since, cancel);
        if (spent is null)
        {
            return null;
        }

        if (!CryptographicOperations.FixedTimeEquals(spent.BodyHash, bodyHash))
        {
            return new Refusal(RefusalKind.KeyReused, "idempotency-key-reused",
                "This Idempotency-Key was used before with another body; use a new key for a new request.");
        }

        var json = await db.Checks.AsNoTracking().Where(c => c.Id == spent.CheckId).Select(c => c.Report).SingleAsync(cancel);
        return StoredReport.Read(json);
    }
}
