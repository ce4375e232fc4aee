using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace LabelService.Workflow.Webhooks;

/// <summary>Secrets and signatures as the Standard Webhooks specification 1.0.0 has them.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private const string Prefix = "whsec_";
    private const int Bytes = 32;
    private readonly IDataProtector _seal = protection.CreateProtector("LabelService.Webhooks");

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The bytes that sign; null where it is no such secret.</summary>
    public static byte[]? KeyOf(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) && length > 0 ? bytes[..length] : null;
    }

    /// <summary>As the store keeps it: unlike a key, a secret must be had again, to sign with.</summary>
    public string Seal(string secret) => _seal.Protect(secret);

    public string Open(string sealedSecret) => _seal.Unprotect(sealedSecret);

    public string? TryOpen(string sealedSecret)
    {
        try
        {
            return Open(sealedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The header <c>webhook-signature</c>: one signature for each secret, the newest first.</summary>
    public static string Sign(IEnumerable<string> secrets, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}."));
        var signed = new byte[content.Length + body.Length];
        content.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(content.Length));
        return string.Join(' ', secrets.Select(s => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(s[Prefix.Length..]), signed))));
    }
}
