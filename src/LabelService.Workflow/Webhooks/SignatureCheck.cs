using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LabelService.Workflow.Webhooks;

/// <summary>A delivery as a receiver got it, to be told whether its signature holds.</summary>
internal sealed record ReceivedDelivery(string Secret, string Id, string Timestamp, string Signature, string Body);

/// <param name="Code">What was found; the page has a sentence for each.</param>
/// <param name="Value">What goes into that sentence.</param>
internal sealed record SignatureFinding(string Code, string? Value = null)
{
    /// <summary>Whether it is good news.</summary>
    public bool IsGood => Code is SignatureCheck.Fits or SignatureCheck.FitsSecond;
}

/// <summary>Says whether a signature holds, and what exactly is wrong where it does not. A function of what is given; keeps and logs nothing.</summary>
internal static class SignatureCheck
{
    public const string Fits = "fits";
    public const string FitsSecond = "fits-second";

    /// <summary>How old a timestamp may be, or how far ahead: what the specification's own libraries allow.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Scheme = "v1,";

    /// <param name="others">Secrets that the service knows, by the address they are for: one of them may have been meant.</param>
    public static ImmutableArray<SignatureFinding> Of(ReceivedDelivery got, DateTimeOffset now, IReadOnlyList<(string Url, string Secret)> others)
    {
        var found = ImmutableArray.CreateBuilder<SignatureFinding>();
        var key = SecretFault(got.Secret) is { } fault ? Add<byte[]>(found, fault) : WebhookSecrets.KeyOf(got.Secret);
        if (got.Id.Length == 0)
        {
            found.Add(new("no-id"));
        }

        if (TimeFault(got.Timestamp, now) is { } late)
        {
            found.Add(late);
        }

        var signatures = Signatures(got.Signature, found);
        if (got.Body.Length == 0)
        {
            found.Add(new("no-body"));
        }

        if (key is not null && !signatures.IsEmpty && got is { Id.Length: > 0, Timestamp.Length: > 0, Body.Length: > 0 })
        {
            found.Insert(0, Compare(got, key, signatures, others));
        }

        return found.ToImmutable();
    }

    private static T? Add<T>(ImmutableArray<SignatureFinding>.Builder found, SignatureFinding one) where T : class
    {
        found.Add(one);
        return null;
    }

    private static SignatureFinding? SecretFault(string secret) => secret.Length == 0 ? new("no-secret")
        : WebhookSecrets.KeyOf(secret) is not { } key ? new("bad-secret")
        : key.Length is < 24 or > 64 ? new("odd-secret", key.Length.ToString(CultureInfo.InvariantCulture)) : null;

    private static SignatureFinding? TimeFault(string timestamp, DateTimeOffset now)
    {
        if (timestamp.Length == 0)
        {
            return new("no-timestamp");
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 100_000_000_000)
        {
            return new("bad-timestamp");
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        var moment = at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        return now - at > Tolerance ? new("old", moment) : at - now > Tolerance ? new("ahead", moment) : null;
    }

    private static ImmutableArray<byte[]> Signatures(string header, ImmutableArray<SignatureFinding>.Builder found)
    {
        if (header.Length == 0)
        {
            found.Add(new("no-signature"));
            return [];
        }

        var entries = header.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(e => e.StartsWith(Scheme, StringComparison.Ordinal)).ToList();
        ImmutableArray<byte[]> signatures = [.. entries.Select(e => Decode(e[Scheme.Length..])).OfType<byte[]>().Where(s => s.Length == HMACSHA256.HashSizeInBytes)];
        if (signatures.IsEmpty)
        {
            found.Add(new(entries.Count == 0 ? "no-v1" : "bad-signature"));
        }

        return signatures;
    }

    private static byte[]? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    private static SignatureFinding Compare(ReceivedDelivery got, byte[] key, ImmutableArray<byte[]> signatures, IReadOnlyList<(string Url, string Secret)> others)
    {
        int Place(byte[] with, string body) => signatures.ToList().FindIndex(s => CryptographicOperations.FixedTimeEquals(s, Sign(with, got, body)));

        // A form sends every end of a line as two characters, so what was one cannot be told from what was two.
        var bodies = new[] { got.Body.ReplaceLineEndings("\n"), got.Body.ReplaceLineEndings("\r\n") };
        foreach (var body in bodies)
        {
            if (Place(key, body) is >= 0 and var place)
            {
                return new(place == 0 ? Fits : FitsSecond);
            }
        }

        if (bodies.Select(b => b.Trim()).Any(b => Place(key, b) >= 0))
        {
            return new("padded");
        }

        if (Rewritten(got.Body).Any(b => Place(key, b) >= 0))
        {
            return new("rewritten");
        }

        var meant = others.FirstOrDefault(o => WebhookSecrets.KeyOf(o.Secret) is { } other && bodies.Any(b => Place(other, b) >= 0));
        return meant.Url is { } url ? new("other-secret", url)
            : bodies.Any(b => Place(Encoding.UTF8.GetBytes(got.Secret), b) >= 0) ? new("undecoded")
            : new("differs");
    }

    private static byte[] Sign(byte[] key, ReceivedDelivery got, string body) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{got.Id}.{got.Timestamp}.{body}"));

    /// <summary>The body as the service writes JSON: where that fits, somebody has parsed and written it anew.</summary>
    private static IEnumerable<string> Rewritten(string body)
    {
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            yield break;
        }

        if (json is not null)
        {
            yield return json.ToJsonString(WebhookBody.Json);
        }
    }
}
