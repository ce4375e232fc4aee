using System.Collections.Immutable;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Accounts;

/// <summary>What people do with their own account.</summary>
internal sealed class OwnAccount(
    AccountStore accounts, Passwords passwords, SecondFactor secondFactor, SignInTries tries, IDbContextFactory<LabelContext> contexts)
{
    public async Task<Account> ReadAsync(string id, CancellationToken cancel) => await FindAsync(id, cancel);

    public async Task<ImmutableArray<SignInRow>> SignInsAsync(string id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. await db.SignIns.AsNoTracking().Where(s => s.AccountId == id).OrderByDescending(s => s.Id).Take(SignInRow.Kept).ToListAsync(cancel)];
    }

    public async Task<Answer<Account>> RenameAsync(string id, string name, string language, CancellationToken cancel)
    {
        if ((AccountFields.FaultOfName(name) ?? AccountFields.FaultOfLanguage(language)) is { } fault)
        {
            return fault;
        }

        var account = await FindAsync(id, cancel);
        (account.DisplayName, account.Language) = (name.Trim(), language);
        return await SavedAsync(account, cancel);
    }

    /// <summary>Ends all sessions but the one that the caller renews.</summary>
    public async Task<Answer<Account>> ChangePasswordAsync(string id, string present, string wanted, CancellationToken cancel)
    {
        var account = await FindAsync(id, cancel);
        if (PasswordRules.Fault(wanted, account.Email) is { } fault)
        {
            return fault;
        }

        if (!await KnowsPasswordAsync(account, present, cancel))
        {
            return AccountRefusals.WrongPassword;
        }

        account.PasswordHash = passwords.Hash(account, wanted);
        account.EndSessions();
        return await SavedAsync(account, cancel);
    }

    /// <summary>Begins to set up the second factor; it is in force once a code of the app is right.</summary>
    public async Task<Answer<Account>> BeginSecondFactorAsync(string id, CancellationToken cancel)
    {
        var account = await FindAsync(id, cancel);
        if (account.TwoFactorEnabled || account.TotpSecret is not null)
        {
            return account;
        }

        account.TotpSecret = SecondFactor.NewSecret();
        return await SavedAsync(account, cancel);
    }

    /// <returns>The account and its recovery codes, shown this once.</returns>
    public async Task<Answer<RecoveryCodes>> EnableSecondFactorAsync(string id, string code, CancellationToken cancel)
    {
        var account = await FindAsync(id, cancel);
        if (account.TwoFactorEnabled || !await secondFactor.TakeTotpAsync(account, code, cancel))
        {
            return AccountRefusals.CodeRefused;
        }

        account.TwoFactorEnabled = true;
        account.EndSessions();
        return await NewCodesAsync(account, cancel);
    }

    public async Task<Answer<RecoveryCodes>> RenewRecoveryCodesAsync(string id, string password, CancellationToken cancel)
    {
        var account = await FindAsync(id, cancel);
        return account.TwoFactorEnabled && await KnowsPasswordAsync(account, password, cancel)
            ? await NewCodesAsync(account, cancel)
            : AccountRefusals.WrongPassword;
    }

    public async Task<Answer<Account>> DisableSecondFactorAsync(string id, string password, CancellationToken cancel)
    {
        var account = await FindAsync(id, cancel);
        if (!await KnowsPasswordAsync(account, password, cancel))
        {
            return AccountRefusals.WrongPassword;
        }

        (account.TwoFactorEnabled, account.TotpSecret, account.RecoveryHashes) = (false, null, "");
        account.EndSessions();
        return await SavedAsync(account, cancel);
    }

    private async Task<Answer<RecoveryCodes>> NewCodesAsync(Account account, CancellationToken cancel)
    {
        var (codes, hashes) = SecondFactor.NewRecoveryCodes();
        account.RecoveryHashes = hashes;
        return await accounts.SaveAsync(account, cancel) is { } refused ? refused : new RecoveryCodes(account, codes);
    }

    /// <summary>A session left open must not serve to guess the password: these tries count as those of the sign-in do.</summary>
    private async Task<bool> KnowsPasswordAsync(Account account, string password, CancellationToken cancel)
    {
        if (!await tries.TakeAsync(account.Id, cancel) || !await passwords.AreEqualAsync(account, password, cancel))
        {
            return false;
        }

        await tries.GiveBackAsync(account.Id, all: true, cancel);
        account.AccessFailedCount = 0;
        return true;
    }

    private async Task<Account> FindAsync(string id, CancellationToken cancel) =>
        await accounts.FindAsync(a => a.Id == id, cancel) ?? throw new InvalidOperationException("An account in force is not in the store.");

    private async Task<Answer<Account>> SavedAsync(Account account, CancellationToken cancel) =>
        await accounts.SaveAsync(account, cancel) is { } refused ? refused : account;
}

/// <param name="Codes">Shown this once; the store keeps their hashes.</param>
internal sealed record RecoveryCodes(Account Account, ImmutableArray<string> Codes);
