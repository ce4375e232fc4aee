using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Checks;

/// <summary>
/// Finds what JSON may hold and text may not: NUL, halves of surrogate pairs, bytes that are no UTF-8; in names and values alike,
/// and in members that nobody reads. A quick look decides whether anything can be wrong; only then is every string read.
/// </summary>
internal static class JsonTextGuard
{
    /// <exception cref="JsonException">The JSON itself is malformed.</exception>
    public static Refusal? Fault(ReadOnlySpan<byte> json) => IsSuspect(json) ? Search(json) : null;

    private static bool IsSuspect(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return true;
        }

        for (var at = json.IndexOf("\\u"u8); at >= 0; at = json.IndexOf("\\u"u8))
        {
            json = json[(at + 2)..];
            if (json.StartsWith("0000"u8) || (json.Length > 1 && (json[0] | 0x20) == 'd' && IsSurrogateDigit(json[1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Surrogates are D800 to DFFF.</summary>
    private static bool IsSurrogateDigit(byte digit) => digit is (byte)'8' or (byte)'9' || (digit | 0x20) is >= 'a' and <= 'f';

    private static Refusal? Search(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ContractJson.MaxDepth });
        var path = new JsonPathTracker();
        while (reader.Read())
        {
            path.Follow(ref reader);
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Wrong(ref reader) is { } wrong)
            {
                return Refusal.Invalid(path.ToString(), wrong);
            }
        }

        return null;
    }

    private static string? Wrong(ref Utf8JsonReader reader)
    {
        const string Halves = "contains half of a surrogate pair, which is no character; send text as valid Unicode.";
        try
        {
            return reader.GetString()!.Contains('\0')
                ? "contains the character NUL (U+0000), which no text may hold."
                : null;
        }
        catch (InvalidOperationException)
        {
            var raw = reader.HasValueSequence ? [] : reader.ValueSpan;
            return Utf8.IsValid(raw) ? Halves : "contains bytes that are not UTF-8; send the request as UTF-8.";
        }
    }
}
