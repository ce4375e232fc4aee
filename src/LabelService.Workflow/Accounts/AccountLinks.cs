using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LabelService.Workflow.Accounts;

/// <summary>One-time links by which a person sets a password: an administrator hands them over, no message is sent.</summary>
internal sealed class AccountLinks(AccountStore accounts, Passwords passwords, TimeProvider time)
{
    private const int RandomBytes = 24;
    private const int LongestToken = 64;

    /// <summary>Makes a link, and ends the one before it.</summary>
    /// <returns>The end of the link; the account is not saved yet.</returns>
    public string Put(Account account)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        account.LinkHash = HashOf(token);
        account.LinkUntil = time.GetUtcNow() + SignInLimits.LinkLife;
        return token;
    }

    /// <returns>Whose link this is, or the refusal where it is used, replaced or out of date.</returns>
    public async Task<Answer<Account>> FindAsync(string token, CancellationToken cancel)
    {
        if (token.Length is 0 or > LongestToken)
        {
            return AccountRefusals.LinkRefused;
        }

        var (hash, now) = (HashOf(token), time.GetUtcNow());
        return await accounts.FindAsync(a => a.LinkHash == hash && a.LinkUntil > now && !a.Disabled, cancel) is { } account
            ? account
            : AccountRefusals.LinkRefused;
    }

    /// <summary>Sets the password; every session of the account ends, and so does the link.</summary>
    public async Task<Answer<Account>> UseAsync(string token, string password, CancellationToken cancel)
    {
        var found = await FindAsync(token, cancel);
        if (found.IsRefused)
        {
            return found;
        }

        var account = found.Value;
        if (PasswordRules.Fault(password, account.Email) is { } fault)
        {
            return fault;
        }

        account.PasswordHash = passwords.Hash(account, password);
        (account.LinkHash, account.LinkUntil, account.AccessFailedCount) = (null, null, 0);
        account.EndSessions();

        // Of two who use it at the same moment one loses by the stamp.
        return await accounts.SaveAsync(account, cancel) is null ? account : AccountRefusals.LinkRefused;
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
