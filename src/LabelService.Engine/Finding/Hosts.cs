using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Finding;

/// <summary>Addresses as registries list them: a host with all below it, or an account as <c>host/handle</c>.</summary>
internal static class Hosts
{
    /// <summary>Deepest name that is looked at; longer ones are made up.</summary>
    private const int MostLabels = 10;

    /// <summary>Longest path in running text that is looked at, in UTF-16 units.</summary>
    private const int LongestPath = 200;

    /// <summary>Where in an address its host stands, or null where it has none.</summary>
    public static (int Start, int End)? Range(string address)
    {
        var scheme = address.IndexOf("//", StringComparison.Ordinal);
        var start = scheme >= 0 && scheme <= 8 ? scheme + 2 : 0;
        var end = address.AsSpan(start).IndexOfAny('/', '?', '#') is >= 0 and var length ? start + length : address.Length;
        // What stands before an @ is a user name made to look like a host.
        var at = address.AsSpan(start, end - start).LastIndexOf('@');
        start += at + 1;
        var port = address.AsSpan(start, end - start).IndexOf(':');
        end = port >= 0 ? start + port : end;
        return end - start >= 3 && address.AsSpan(start, end - start).Contains('.') ? (start, end) : null;
    }

    /// <summary>The entities to whom an address belongs: by account first, else by host or a host above it that not everybody shares.</summary>
    public static ImmutableArray<Entity> Owners(string address, FrozenDictionary<string, ImmutableArray<Entity>> known)
    {
        foreach (var key in known.Count == 0 ? [] : Keys(address))
        {
            if (known.TryGetValue(key, out var owners))
            {
                return owners;
            }
        }

        return [];
    }

    /// <summary>The accounts and hosts by which an owner of an address is looked for, in this order.</summary>
    public static IEnumerable<string> Keys(string address)
    {
        if (Range(address) is not { } range)
        {
            yield break;
        }

        var host = AccountKeys.Host(address[range.Start..range.End]);
        foreach (var account in AccountKeys.Of(host, address[range.End..]))
        {
            yield return account;
        }

        for (var labels = 0; labels < MostLabels && host.Contains('.', StringComparison.Ordinal) && !SharedHosts.Includes(host); labels++)
        {
            yield return host;
            host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }
    }

    /// <summary>Where an address ends that is written out in running text and whose host ends here: at white space or a bracket, without the punctuation of its sentence.</summary>
    public static int EndInText(string text, int hostEnd)
    {
        var end = hostEnd;
        while (end < text.Length && end - hostEnd < LongestPath && !char.IsWhiteSpace(text[end]) && !"<>()[]{}«»„“”\"|,;".Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        while (end > hostEnd && text[end - 1] is '.' or ':' or '!' or '?' or '…' or '\'' or '*' or '/')
        {
            end--;
        }

        return end;
    }

    /// <summary>Whether a host in running text is all of its own address or a part below it, not the start of a longer one.</summary>
    public static bool IsWhole(string text, int start, int end, string domain) =>
        text.AsSpan(start, end - start).Equals(domain, StringComparison.OrdinalIgnoreCase)
        && (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '@' or '_'))
        && (end >= text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_'
            || (text[end] == '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))));
}
