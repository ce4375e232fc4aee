using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Accounts;

/// <summary>What an administrator or operator does with accounts.</summary>
internal sealed class AccountService(AccountStore accounts, AccountLinks links, TimeProvider time)
{
    private const int MostSites = 50;
    private const int MostListed = 500;

    /// <param name="search">A part of a name or address; empty for all.</param>
    public async Task<ImmutableArray<Account>> ListAsync(string search, CancellationToken cancel)
    {
        var all = await accounts.All.AsNoTracking().OrderBy(a => a.CreatedAt).ToListAsync(cancel);
        return
        [
            .. all.Where(a => a.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase) || a.Email!.Contains(search, StringComparison.OrdinalIgnoreCase))
                .Take(MostListed),
        ];
    }

    public async Task<Answer<Account>> FindAsync(string idOrEmail, CancellationToken cancel) =>
        (await accounts.FindAsync(a => a.Id == idOrEmail, cancel) ?? await accounts.ByEmailAsync(idOrEmail)) is { } account
            ? account
            : AccountRefusals.UnknownAccount;

    /// <summary>Makes an account without a password, and the link by which the person sets one.</summary>
    public async Task<Answer<Invitation>> InviteAsync(NewAccount wanted, CancellationToken cancel)
    {
        if ((AccountFields.FaultOfEmail(wanted.Email) ?? Fault(wanted.Name, wanted.Roles, wanted.Sites) ?? AccountFields.FaultOfLanguage(wanted.Language)) is { } fault)
        {
            return fault;
        }

        var account = AccountFields.NewAccount(wanted, time.GetUtcNow());
        var token = links.Put(account);
        return await accounts.AddAsync(account, cancel) is { } refused ? refused : new Invitation(account, token);
    }

    /// <summary>A new link: for a forgotten password, or an invitation that ran out.</summary>
    public async Task<Answer<Invitation>> LinkAsync(string idOrEmail, CancellationToken cancel)
    {
        var found = await FindAsync(idOrEmail, cancel);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        var token = links.Put(found.Value);
        return await accounts.SaveAsync(found.Value, cancel) is { } refused ? refused : new Invitation(found.Value, token);
    }

    public async Task<Answer<Account>> GiveAsync(
        string idOrEmail, string? name, ImmutableArray<string> roles, ImmutableArray<string>? sites, CancellationToken cancel)
    {
        var found = await FindAsync(idOrEmail, cancel);
        if (found.IsRefused)
        {
            return found;
        }

        var account = found.Value;
        var seen = sites ?? account.SiteList;
        if (Fault(name ?? account.DisplayName, roles, seen) is { } fault)
        {
            return fault;
        }

        if (!roles.Contains(PersonRoles.Administrator, StringComparer.Ordinal) && await IsLastAdministratorAsync(account, cancel))
        {
            return AccountRefusals.LastAdministrator;
        }

        account.DisplayName = name?.Trim() ?? account.DisplayName;
        account.Give(roles, seen.Select(s => s.Trim()), time.GetUtcNow());
        return await SavedAsync(account, cancel);
    }

    /// <summary>Ends every session and key of the account at once, and its link too.</summary>
    public async Task<Answer<Account>> DisableAsync(string idOrEmail, CancellationToken cancel)
    {
        var found = await FindAsync(idOrEmail, cancel);
        if (found.IsRefused)
        {
            return found;
        }

        if (await IsLastAdministratorAsync(found.Value, cancel))
        {
            return AccountRefusals.LastAdministrator;
        }

        (found.Value.Disabled, found.Value.LinkHash) = (true, null);
        found.Value.EndSessions();
        return await SavedAsync(found.Value, cancel);
    }

    public Task<Answer<Account>> EnableAsync(string idOrEmail, CancellationToken cancel) => ChangeAsync(idOrEmail, a => a.Disabled = false, cancel);

    public Task<Answer<Account>> UnlockAsync(string idOrEmail, CancellationToken cancel) => ChangeAsync(idOrEmail, a => a.AccessFailedCount = 0, cancel);

    /// <summary>For a lost telephone: the next sign-in asks for the password alone.</summary>
    public Task<Answer<Account>> ResetSecondFactorAsync(string idOrEmail, CancellationToken cancel) => ChangeAsync(
        idOrEmail,
        account =>
        {
            (account.TwoFactorEnabled, account.TotpSecret, account.RecoveryHashes) = (false, null, "");
            account.EndSessions();
        },
        cancel);

    private async Task<Answer<Account>> ChangeAsync(string idOrEmail, Action<Account> change, CancellationToken cancel)
    {
        var found = await FindAsync(idOrEmail, cancel);
        if (found.IsRefused)
        {
            return found;
        }

        change(found.Value);
        return await SavedAsync(found.Value, cancel);
    }

    private async Task<Answer<Account>> SavedAsync(Account account, CancellationToken cancel) =>
        await accounts.SaveAsync(account, cancel) is { } refused ? refused : account;

    private async Task<bool> IsLastAdministratorAsync(Account account, CancellationToken cancel) =>
        account.RoleList.Contains(PersonRoles.Administrator, StringComparer.Ordinal) && !account.Disabled
        && !(await accounts.All.AsNoTracking().Where(a => a.Id != account.Id && !a.Disabled).ToListAsync(cancel))
            .Exists(a => a.RoleList.Contains(PersonRoles.Administrator, StringComparer.Ordinal));

    private static Refusal? Fault(string name, ImmutableArray<string> roles, ImmutableArray<string> sites) =>
        AccountFields.FaultOfName(name) is { } fault ? fault
        : roles.Except(PersonRoles.All).Any() ? AccountRefusals.BadRoles
        : sites.Length is 0 or > MostSites || sites.Any(s => AccountFields.FaultOfName(s) is not null) ? AccountRefusals.BadSites
        : null;
}

/// <summary>Whom an administrator invites.</summary>
internal sealed record NewAccount(string Email, string Name, string Language, ImmutableArray<string> Roles, ImmutableArray<string> Sites);

/// <param name="Token">The end of the one-time link <c>/welcome/…</c>, shown this once.</param>
internal sealed record Invitation(Account Account, string Token);
