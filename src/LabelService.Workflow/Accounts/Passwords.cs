using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Accounts;

/// <summary>Compares passwords, a few at a time: the hash is slow by design, and anybody may ask for it.</summary>
internal sealed class Passwords(IOptions<PasswordHasherOptions> options) : IDisposable
{
    private static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(10);
    private readonly PasswordHasher<Account> _hasher = new(options);
    private readonly SemaphoreSlim _atOnce = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> _nobodys = new(() => new PasswordHasher<Account>(options).HashPassword(null!, Guid.NewGuid().ToString()));

    public string Hash(Account account, string password) => _hasher.HashPassword(account, password);

    /// <summary>Takes the same time for no account, and for one without a password yet.</summary>
    public async Task<bool> AreEqualAsync(Account? account, string password, CancellationToken cancel)
    {
        if (password.Length > PasswordRules.Longest || !await _atOnce.WaitAsync(WaitAtMost, cancel))
        {
            return false;
        }

        try
        {
            var hash = account?.PasswordHash ?? _nobodys.Value;
            return _hasher.VerifyHashedPassword(account!, hash, password) != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
        }
        finally
        {
            _atOnce.Release();
        }
    }

    public void Dispose() => _atOnce.Dispose();
}
