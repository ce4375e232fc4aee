using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Accounts;

/// <summary>Sees to it that a new service has an administrator: the one in the settings, or one made now.</summary>
internal sealed class BootstrapAdministrator(AccountStore accounts, Passwords passwords, IOptions<BootstrapOptions> options, TimeProvider time)
{
    private const string MadeEmail = "admin@localhost";
    private const int RandomBytes = 15;

    /// <returns>The administrator where one was made up, to be printed once; null where none was needed.</returns>
    public async Task<FirstAdministrator?> EnsureAsync(CancellationToken cancel)
    {
        if (options.Value is { AdminEmail: { Length: > 0 } email, AdminPassword: { Length: > 0 } given })
        {
            if (await accounts.ByEmailAsync(email) is null)
            {
                await AddAsync(email, given, cancel);
            }

            return null;
        }

        if (await accounts.All.AnyAsync(cancel))
        {
            return null;
        }

        var password = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        await AddAsync(MadeEmail, password, cancel);
        return new FirstAdministrator(MadeEmail, password);
    }

    private async Task AddAsync(string email, string password, CancellationToken cancel)
    {
        var account = AccountFields.NewAccount(new NewAccount(email, "Administrator", "en", [PersonRoles.Administrator], [Person.EverySite]), time.GetUtcNow());
        account.PasswordHash = passwords.Hash(account, password);

        // Another node that starts at this moment may have made the same: either will do.
        await accounts.AddAsync(account, cancel);
    }
}

/// <summary>An administrator made at the first start.</summary>
public sealed record FirstAdministrator(string Email, string Password);
