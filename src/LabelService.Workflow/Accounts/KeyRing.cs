using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Accounts;

/// <summary>
/// The keys and accounts in force, in memory: no request asks the store who calls. <see cref="RefreshAsync"/> follows the store, where
/// another process may add or revoke.
/// </summary>
internal sealed class KeyRing(IDbContextFactory<LabelContext> contexts, IOptions<AccountsOptions> options, TimeProvider time)
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile Snapshot _keys = new(-1, FrozenDictionary<UInt128, Held<ApiKey>>.Empty, PeopleInForce.Nobody);

    /// <returns>The key in force, or null for one that is unknown, revoked or malformed.</returns>
    public ApiKey? Find(ReadOnlySpan<char> presented) => Entry(_keys.Entries, presented);

    /// <returns>The person whose key this is, or null where it or the account is not in force.</returns>
    public Person? FindPerson(ReadOnlySpan<char> presented)
    {
        var keys = _keys;
        return Entry(keys.People.Keys, presented) is { } key && !(key.ExpiresAt <= time.GetUtcNow()) ? keys.People.Find(key.AccountId, null, time.GetUtcNow()) : null;
    }

    /// <param name="stamp">What the session carries: it must still be the account's.</param>
    public Person? FindPerson(string accountId, string stamp) => _keys.People.Find(accountId, stamp, time.GetUtcNow());

    /// <summary>Reads the keys again where their version in the store has moved.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await _refreshing.WaitAsync(cancel);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);

            // The version is read first: a change in between is then seen at the next look, never lost.
            var version = await db.KeyRing.AsNoTracking().Select(r => r.Version).SingleAsync(cancel);
            if (version != _keys.Version)
            {
                var rows = await db.ApiKeys.AsNoTracking().Where(k => k.RevokedAt == null).ToListAsync(cancel);
                var people = await PeopleInForce.ReadAsync(db, options.Value, cancel);
                _keys = new Snapshot(version, rows.ToFrozenDictionary(r => Half(r.Hash), r => new Held<ApiKey>(r.Hash, ToKey(r))), people);
            }
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public static UInt128 Half(ReadOnlySpan<byte> hash) => MemoryMarshal.Read<UInt128>(hash);

    private static T? Entry<T>(FrozenDictionary<UInt128, Held<T>> entries, ReadOnlySpan<char> presented) where T : class
    {
        if (!KeySecret.IsWellFormed(presented))
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        KeySecret.Hash(presented, hash);

        // Half of the hash finds the entry; the whole is then compared in constant time.
        return entries.TryGetValue(Half(hash), out var entry) && CryptographicOperations.FixedTimeEquals(hash, entry.Hash) ? entry.Of : null;
    }

    private static ApiKey ToKey(ApiKeyRow row) => new(row.Id, row.Name, row.Site, row.IsTest, [.. row.Scopes.Split(' ')]);

    private sealed record Snapshot(long Version, FrozenDictionary<UInt128, Held<ApiKey>> Entries, PeopleInForce People);

    internal sealed record Held<T>(byte[] Hash, T Of);
}
