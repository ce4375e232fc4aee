using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Accounts;

/// <summary>Sees to it that a new service has a key: the one in the settings, or one made now.</summary>
internal sealed class BootstrapKey(IDbContextFactory<LabelContext> contexts, KeyService keys, IOptions<BootstrapOptions> options)
{
    private const string Name = "bootstrap";
    private const string Site = "default";

    /// <returns>The secret where one was made, to be printed once; null where none was needed.</returns>
    public async Task<string?> EnsureAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (options.Value.ApiKey is { Length: > 0 } given)
        {
            var hash = KeySecret.Hash(given);
            if (!await db.ApiKeys.AnyAsync(k => k.Hash == hash, cancel))
            {
                await keys.AddAsync(given, Name, Site, Scopes.All, cancel);
            }

            return null;
        }

        if (await db.ApiKeys.AnyAsync(cancel))
        {
            return null;
        }

        var secret = KeySecret.Make(test: false);
        await keys.AddAsync(secret, Name, Site, Scopes.All, cancel);
        return secret;
    }
}
