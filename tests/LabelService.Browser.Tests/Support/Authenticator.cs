using OtpNet;

namespace LabelService.Browser.Tests.Support;

/// <summary>The app on a telephone.</summary>
internal static class Authenticator
{
    public static string CodeOf(string secret) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime);
}
