namespace LabelService.Engine.Registries;

/// <summary>
/// Accounts as keys: <c>host/handle</c> or <c>host/word/handle</c> in lower case and without <c>@</c>, so that <c>youtube.com/@Lug</c>
/// and <c>www.youtube.com/lug/videos</c> are one.
/// </summary>
internal static class AccountKeys
{
    private const int MostSegments = 2;

    /// <summary>The host in lower case, by the name under which registries list it.</summary>
    public static string Host(string host) => Bare(host) switch
    {
        "telegram.me" or "telegram.dog" => "t.me",
        var bare when bare.StartsWith("m.", StringComparison.Ordinal) && SharedHosts.Includes(bare[2..]) => bare[2..],
        var bare => bare,
    };

    /// <summary>A host in lower case without a leading <c>www.</c>.</summary>
    public static string Bare(string host)
    {
        var lower = host.ToLowerInvariant().TrimEnd('.');
        return lower.StartsWith("www.", StringComparison.Ordinal) ? lower[4..] : lower;
    }

    /// <summary>The key of an account that a registry lists.</summary>
    public static string Key(string account)
    {
        var slash = account.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Host(account) : $"{Host(account[..slash])}/{string.Join('/', Segments(account[slash..]))}";
    }

    /// <summary>The keys of the accounts to which an address may belong, the narrowest first.</summary>
    /// <param name="host">As <see cref="Host"/> gives it.</param>
    /// <param name="path">With query and fragment, where it has them.</param>
    public static IEnumerable<string> Of(string host, string path)
    {
        var shared = SharedHosts.Of(host);
        var segments = Segments(path);
        // "t.me/s/name" is a look at t.me/name.
        segments = host == "t.me" && segments is ["s", _, ..] ? segments[1..] : segments;
        for (var count = Math.Min(segments.Length, MostSegments); count > 0; count--)
        {
            if (count == 1 && shared is not null && (SharedHosts.IsContainer(segments[0]) || SharedHosts.LeadsElsewhere(segments[0])))
            {
                yield break;
            }

            var handle = string.Join('/', segments.Take(count));
            yield return $"{host}/{handle}";
            if (shared is not null && shared != host)
            {
                yield return $"{shared}/{handle}";
            }
        }
    }

    private static string[] Segments(string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        var decoded = Uri.UnescapeDataString(end < 0 ? path : path[..end]);
        return [.. decoded.ToLowerInvariant().Split('/', 4, StringSplitOptions.RemoveEmptyEntries).Select(s => s.TrimStart('@')).Where(s => s.Length > 0)];
    }
}
