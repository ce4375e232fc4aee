using System.Collections.Immutable;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Accounts;

/// <summary>Personal keys: they act as the person, for scripts and tools.</summary>
internal sealed class PersonKeyService(IDbContextFactory<LabelContext> contexts, KeyRing ring, TimeProvider time)
{
    public const int Most = 20;
    private const int MostDays = 3650;

    /// <summary>Those in force.</summary>
    public async Task<ImmutableArray<PersonKeyRow>> ListAsync(string accountId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. await InForce(db, accountId).AsNoTracking().OrderBy(k => k.CreatedAt).ToListAsync(cancel)];
    }

    /// <param name="days">How long it is good; null: until revoked.</param>
    public async Task<Answer<NewPersonKey>> CreateAsync(string accountId, string name, int? days, CancellationToken cancel)
    {
        if (AccountFields.FaultOfName(name) is { } fault)
        {
            return fault;
        }

        if (days is < 1 or > MostDays)
        {
            return AccountRefusals.BadDays;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await InForce(db, accountId).CountAsync(cancel) >= Most)
        {
            return AccountRefusals.TooManyKeys;
        }

        var (secret, now) = (KeySecret.Make(KeySecret.PersonPrefix), time.GetUtcNow());
        var row = new PersonKeyRow
        {
            Id = RandomId.Next("pky", now),
            AccountId = accountId,
            Name = name.Trim(),
            Hash = KeySecret.Hash(secret),
            Shown = KeySecret.Shown(secret),
            CreatedAt = now,
            ExpiresAt = days is { } some ? now.AddDays(some) : null,
        };
        db.PersonKeys.Add(row);
        await db.SaveChangesAsync(cancel);
        await ring.RefreshAsync(cancel);
        return new NewPersonKey(row, secret);
    }

    /// <summary>Ends a key at once. Nobody revokes another's.</summary>
    public async Task RevokeAsync(string accountId, string keyId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await InForce(db, accountId).SingleOrDefaultAsync(k => k.Id == keyId, cancel) is { } row)
        {
            row.RevokedAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancel);
            await ring.RefreshAsync(cancel);
        }
    }

    private IQueryable<PersonKeyRow> InForce(LabelContext db, string accountId)
    {
        var now = time.GetUtcNow();
        return db.PersonKeys.Where(k => k.AccountId == accountId && k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now));
    }
}

/// <summary>A key just made, with the secret that is shown this once.</summary>
internal sealed record NewPersonKey(PersonKeyRow Key, string Secret);
