using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LabelService.Workflow.Accounts;

/// <summary>How keys are made and hashed. They carry 192 random bits, so a plain SHA-256 keeps them safe and is quick to look up.</summary>
internal static class KeySecret
{
    public const string LivePrefix = "live_";
    public const string TestPrefix = "test_";
    public const string PersonPrefix = "person_";
    private const int RandomBytes = 24;
    private const int MinimumLength = 8;
    private const int MaximumLength = 200;
    private const int ShownLength = 9;

    public static string Make(bool test) => Make(test ? TestPrefix : LivePrefix);

    public static string Make(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static bool IsOfPerson(ReadOnlySpan<char> key) => key.StartsWith(PersonPrefix, StringComparison.Ordinal);

    public static bool IsTest(string key) => key.StartsWith(TestPrefix, StringComparison.Ordinal);

    /// <summary>Enough of the key to know it again; never more than a third of it.</summary>
    public static string Shown(string key) => string.Concat(key.AsSpan(0, Math.Min(ShownLength, key.Length / 3)), "…");

    /// <summary>Visible ASCII of a bounded length; anything else cannot stand in the header.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> key) =>
        key.Length is >= MinimumLength and <= MaximumLength && key.IndexOfAnyExceptInRange('!', '~') < 0;

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>Writes the 32 bytes of the hash of a well-formed key.</summary>
    public static void Hash(ReadOnlySpan<char> key, Span<byte> hash)
    {
        Span<byte> ascii = stackalloc byte[MaximumLength];
        var length = Encoding.ASCII.GetBytes(key, ascii);
        SHA256.HashData(ascii[..length], hash);
    }
}
