using System.Collections.Frozen;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Accounts;

/// <summary>Accounts that are not disabled, and their keys, as they were read at one moment.</summary>
internal sealed record PeopleInForce(FrozenDictionary<string, PersonInForce> People, FrozenDictionary<UInt128, KeyRing.Held<PersonKeyRow>> Keys)
{
    public static readonly PeopleInForce Nobody =
        new(FrozenDictionary<string, PersonInForce>.Empty, FrozenDictionary<UInt128, KeyRing.Held<PersonKeyRow>>.Empty);

    public static async Task<PeopleInForce> ReadAsync(LabelContext db, AccountsOptions options, CancellationToken cancel)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => !a.Disabled).ToListAsync(cancel);
        var keys = await db.PersonKeys.AsNoTracking().Where(k => k.RevokedAt == null).ToListAsync(cancel);
        return new PeopleInForce(
            accounts.ToFrozenDictionary(a => a.Id, a => new PersonInForce(PersonOf(a), a.SecurityStamp!, options.DueAt(a)), StringComparer.Ordinal),
            keys.ToFrozenDictionary(k => KeyRing.Half(k.Hash), k => new KeyRing.Held<PersonKeyRow>(k.Hash, k)));
    }

    /// <param name="stamp">What a session carries; null where a key speaks for the person.</param>
    public Person? Find(string accountId, string? stamp, DateTimeOffset now)
    {
        if (!People.TryGetValue(accountId, out var found) || (stamp is not null && stamp != found.Stamp))
        {
            return null;
        }

        return found.SecondFactorDue <= now ? found.Person with { Roles = [], NeedsSecondFactor = true } : found.Person;
    }

    private static Person PersonOf(Account a) => new(a.Id, a.DisplayName, a.Email!, a.RoleList, a.SiteList) { Language = a.Language };
}

/// <param name="SecondFactorDue">From when the roles rest; null where they do not.</param>
internal sealed record PersonInForce(Person Person, string Stamp, DateTimeOffset? SecondFactorDue);
