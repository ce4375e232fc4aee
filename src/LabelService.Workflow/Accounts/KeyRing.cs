using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Accounts;

/// <summary>The keys in force, in memory. <see cref="RefreshAsync"/> follows the store, where another process may add or revoke.</summary>
internal sealed class KeyRing(IDbContextFactory<LabelContext> contexts)
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile Snapshot _keys = new(-1, FrozenDictionary<UInt128, Entry>.Empty);

    /// <returns>The key in force, or null for one that is unknown, revoked or malformed.</returns>
    public ApiKey? Find(ReadOnlySpan<char> presented)
    {
        if (!KeySecret.IsWellFormed(presented))
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        KeySecret.Hash(presented, hash);

        // Half of the hash finds the entry; the whole is then compared in constant time.
        return _keys.Entries.TryGetValue(Half(hash), out var entry) && CryptographicOperations.FixedTimeEquals(hash, entry.Hash)
            ? entry.Key
            : null;
    }

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
                _keys = new Snapshot(version, rows.ToFrozenDictionary(r => Half(r.Hash), r => new Entry(r.Hash, ToKey(r))));
            }
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private static ApiKey ToKey(ApiKeyRow row) => new(row.Id, row.Name, row.Site, row.IsTest, [.. row.Scopes.Split(' ')]);

    private static UInt128 Half(ReadOnlySpan<byte> hash) => MemoryMarshal.Read<UInt128>(hash);

    private sealed record Snapshot(long Version, FrozenDictionary<UInt128, Entry> Entries);

    private sealed record Entry(byte[] Hash, ApiKey Key);
}
