using LabelService.Workflow.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Accounts;

/// <summary>Judges a password and, where the account has one, a second factor.</summary>
internal sealed class SignInService(
    IDbContextFactory<LabelContext> contexts, ILookupNormalizer names, Passwords passwords, SecondFactor secondFactor, SignInTries tries, TimeProvider time)
{
    /// <returns>The account; where it has a second factor, the code is still to come (<see cref="CodeAsync"/>).</returns>
    public async Task<Answer<Account>> PasswordAsync(string email, string password, string browser, CancellationToken cancel)
    {
        var account = await FindAsync(a => a.NormalizedEmail == names.NormalizeEmail(Cut(email)), cancel);
        var mayTry = await tries.TakeAsync(account?.Id, cancel);
        var isRight = await passwords.AreEqualAsync(account, password, cancel);
        if (account is null || !mayTry || !isRight || account.Disabled)
        {
            return AccountRefusals.SignInRefused;
        }

        await tries.GiveBackAsync(account.Id, all: !account.TwoFactorEnabled, cancel);
        if (!account.TwoFactorEnabled)
        {
            await NoteAsync(account, "password", browser, cancel);
        }

        return account;
    }

    /// <param name="stamp">Of the account when its password was right: a change since then begins anew.</param>
    public async Task<Answer<Account>> CodeAsync(string accountId, string stamp, string code, string browser, CancellationToken cancel)
    {
        var account = await FindAsync(a => a.Id == accountId && a.SecurityStamp == stamp, cancel);
        if (account is null || account.Disabled || !await tries.TakeAsync(account.Id, cancel))
        {
            return AccountRefusals.SignInRefused;
        }

        if (await secondFactor.TakeAsync(account, code, cancel) is not { } way)
        {
            return AccountRefusals.CodeRefused;
        }

        await tries.GiveBackAsync(account.Id, all: true, cancel);
        await NoteAsync(account, way, browser, cancel);
        return account;
    }

    private async Task<Account?> FindAsync(System.Linq.Expressions.Expression<Func<Account, bool>> which, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(which, cancel);
    }

    private async Task NoteAsync(Account account, string way, string browser, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.SignIns.Add(new SignInRow
        {
            AccountId = account.Id, At = time.GetUtcNow(), Way = way, Browser = browser[..Math.Min(browser.Length, SignInRow.LongestBrowser)],
        });
        await db.SaveChangesAsync(cancel);
        var kept = await db.SignIns.Where(s => s.AccountId == account.Id).OrderByDescending(s => s.Id).Take(SignInRow.Kept).MinAsync(s => s.Id, cancel);
        await db.SignIns.Where(s => s.AccountId == account.Id && s.Id < kept).ExecuteDeleteAsync(cancel);
    }

    private static string Cut(string email) => email.Trim() is { Length: <= AccountRefusals.LongestEmail } trimmed ? trimmed : "";
}
