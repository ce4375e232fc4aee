using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace LabelService.Workflow.Accounts;

/// <summary>Codes of an authenticator app (RFC 6238) and recovery codes; each is taken once.</summary>
internal sealed class SecondFactor(IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    private const int SecretBytes = 20;
    private const int RecoveryCodes = 10;

    /// <summary>80 random bits: too many to try, so a plain hash keeps them.</summary>
    private const int RecoveryBytes = 10;

    private const int CodeDigits = 6;

    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    /// <summary>What the app reads from the picture.</summary>
    public static string Address(Account account) =>
        $"otpauth://totp/LabelService:{Uri.EscapeDataString(account.Email!)}?secret={account.TotpSecret}&issuer=LabelService";

    /// <returns>What the person writes down, and what is stored of it.</returns>
    public static (ImmutableArray<string> Codes, string Hashes) NewRecoveryCodes()
    {
        ImmutableArray<string> codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => NewRecoveryCode())];
        return (codes, string.Join('\n', codes.Select(HashOf)));
    }

    /// <returns>How the code was taken (<see cref="SignInRow.Way"/>); null where it is wrong or used.</returns>
    public async Task<string?> TakeAsync(Account account, string code, CancellationToken cancel)
    {
        var plain = Plain(code);
        if (plain.Length == CodeDigits && plain.All(char.IsAsciiDigit))
        {
            return await TakeTotpAsync(account, plain, cancel) ? "code" : null;
        }

        return await TakeRecoveryAsync(account, plain, cancel) ? "recovery-code" : null;
    }

    public async Task<bool> TakeTotpAsync(Account account, string code, CancellationToken cancel)
    {
        if (account.TotpSecret is not { } secret
            || !new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(time.GetUtcNow().UtcDateTime, Plain(code), out var step, VerificationWindow.RfcSpecifiedNetworkDelay))
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        account.TotpStep = step;
        return await db.Accounts.Where(a => a.Id == account.Id && a.TotpStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.TotpStep, step), cancel) == 1;
    }

    private async Task<bool> TakeRecoveryAsync(Account account, string plain, CancellationToken cancel)
    {
        var (before, hash) = (account.RecoveryHashes, HashOf(plain));
        var left = Account.Split(before);
        if (!left.Contains(hash, StringComparer.Ordinal))
        {
            return false;
        }

        var after = string.Join('\n', left.Remove(hash));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Accounts.Where(a => a.Id == account.Id && a.RecoveryHashes == before)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.RecoveryHashes, after), cancel) == 1;
    }

    private static string NewRecoveryCode() =>
        string.Join('-', Base32Encoding.ToString(RandomNumberGenerator.GetBytes(RecoveryBytes)).ToLowerInvariant().Chunk(4).Select(c => new string(c)));

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(code))));

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
