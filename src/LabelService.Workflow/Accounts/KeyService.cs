using System.Collections.Immutable;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Accounts;

/// <summary>What an operator does with site keys: make, list, revoke.</summary>
public sealed class KeyService
{
    private const int MaximumName = 100;
    private readonly IDbContextFactory<LabelContext> _contexts;
    private readonly TimeProvider _time;

    internal KeyService(IDbContextFactory<LabelContext> contexts, TimeProvider time) => (_contexts, _time) = (contexts, time);

    /// <summary>Makes a key. The secret is in the answer and nowhere else: the store keeps only its hash.</summary>
    public async Task<Answer<NewKey>> CreateAsync(
        string name, string site, ImmutableArray<string> scopes, bool test, CancellationToken cancel)
    {
        if (Fault(name, site, scopes) is { } fault)
        {
            return fault;
        }

        var secret = KeySecret.Make(test);
        return new NewKey(await AddAsync(secret, name, site, scopes, cancel), secret);
    }

    public async Task<ImmutableArray<KeyLine>> ListAsync(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await db.ApiKeys.AsNoTracking().OrderBy(k => k.CreatedAt).ToListAsync(cancel);
        return [.. rows.Select(Line)];
    }

    /// <summary>Ends a key at once in this process and within a second in every other. Revoking twice changes nothing.</summary>
    public async Task<Answer<KeyLine>> RevokeAsync(string id, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id, cancel) is not { } row)
        {
            return Refusal.NotFound($"There is no key '{id}'; `labels key list` shows the ids.");
        }

        row.RevokedAt ??= _time.GetUtcNow();
        await SaveAsync(db, cancel);
        return Line(row);
    }

    internal async Task<KeyLine> AddAsync(string secret, string name, string site, ImmutableArray<string> scopes, CancellationToken cancel)
    {
        var now = _time.GetUtcNow();
        var row = new ApiKeyRow
        {
            Id = RandomId.Next("key", now),
            Name = name,
            Site = site,
            Hash = KeySecret.Hash(secret),
            Shown = KeySecret.Shown(secret),
            IsTest = KeySecret.IsTest(secret),
            Scopes = string.Join(' ', scopes),
            CreatedAt = now,
        };
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        db.ApiKeys.Add(row);
        await SaveAsync(db, cancel);
        return Line(row);
    }

    /// <summary>Saves, and moves the version by which every process notices, in one transaction.</summary>
    private static async Task SaveAsync(LabelContext db, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await db.KeyRing.ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version + 1), cancel);
        await transaction.CommitAsync(cancel);
    }

    private static Refusal? Fault(string name, string site, ImmutableArray<string> scopes)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaximumName || string.IsNullOrWhiteSpace(site) || site.Length > MaximumName)
        {
            return Refusal.Invalid("$.name", $"a key needs a name and a site of 1 to {MaximumName} characters.");
        }

        var unknown = scopes.Except(Scopes.All).ToList();
        return scopes.IsEmpty || unknown.Count > 0
            ? Refusal.Invalid("$.scopes", $"name at least one scope of: {string.Join(", ", Scopes.All)}" + (unknown.Count > 0 ? $"; '{unknown[0]}' is none." : "."))
            : null;
    }

    private static KeyLine Line(ApiKeyRow row) =>
        new(row.Id, row.Name, row.Site, row.Shown, row.IsTest ? "test" : "live", [.. row.Scopes.Split(' ')], row.CreatedAt, row.RevokedAt);
}

/// <summary>A key as an operator sees it; <paramref name="Shown"/> is its beginning.</summary>
public sealed record KeyLine(
    string Id, string Name, string Site, string Shown, string Mode, ImmutableArray<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);

/// <summary>A key just made, with the secret that is shown this once.</summary>
public sealed record NewKey(KeyLine Key, string Secret);
