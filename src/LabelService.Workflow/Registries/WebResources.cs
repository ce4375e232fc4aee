using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries;

/// <summary>
/// Reads the cell of web addresses. An address without a path is a domain; one with a path is an account, <c>host/handle</c>: on a
/// shared host the handle, on any other (an author's page in somebody else's paper) the path's first two parts.
/// </summary>
internal static partial class WebResources
{
    public static (ImmutableArray<string> Domains, ImmutableArray<string> Accounts) Read(ExportRow row, ImportReport report)
    {
        var (domains, accounts) = (new List<string>(), new List<string>());
        foreach (var written in Separators().Split(row.Resources).Where(p => p.Any(char.IsLetterOrDigit)))
        {
            var address = ChatNumber().Replace(written, "");
            if (address.Length < written.Length)
            {
                report.Add(Oddity.ChatNumber, row, Trimmed(address));
            }

            if (Trimmed(address) is { Length: > 0 } found)
            {
                Add(row, found, domains, accounts, report);
            }
        }

        return ([.. domains.Distinct(StringComparer.Ordinal)], [.. accounts.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static void Add(ExportRow row, string address, List<string> domains, List<string> accounts, ImportReport report)
    {
        var match = Address().Match(address);
        var host = Host(match.Groups["host"].Value);
        if (!SiteName().IsMatch(host))
        {
            report.Add(Oddity.NotAnAddress, row, address);
            return;
        }

        var path = Decoded(match.Groups["path"].Value).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var query = match.Groups["query"].Value;
        if (SharedHosts.Of(host) is { } shared)
        {
            AddTo(accounts, OnShared(host, shared, path, query), Oddity.NoAccount, row, address, report);
        }
        else if (path.Length == 0 || path is [{ Length: <= 2 }] or ["index.html" or "index.php" or "about.html"])
        {
            // A language behind the host is still the whole site.
            domains.Add(host);
        }
        else
        {
            AddTo(accounts, $"{host}/{string.Join('/', path.Take(2))}", Oddity.NoAccount, row, address, report);
        }
    }

    private static void AddTo(List<string> accounts, string? account, Oddity oddity, ExportRow row, string address, ImportReport report)
    {
        if (account is null || account.AsSpan().ContainsAny(" ;?#"))
        {
            report.Add(oddity, row, address);
        }
        else
        {
            accounts.Add(account);
        }
    }

    private static string? OnShared(string host, string shared, string[] path, string query)
    {
        // «facebook.com/profile.php?id=1» is facebook.com/1, and «t.me/s/name» a look at t.me/name.
        if (path is ["profile.php"] && ProfileId().Match(query) is { Success: true } id)
        {
            return $"{shared}/{id.Groups[1].Value}";
        }

        var parts = shared == "t.me" && path is ["s", ..] ? path[1..] : path;
        var site = host.EndsWith("apple.com", StringComparison.Ordinal) || host.EndsWith("google.com", StringComparison.Ordinal) || host.EndsWith("spotify.com", StringComparison.Ordinal) ? host : shared;
        return parts.Length == 0 || SharedHosts.LeadsElsewhere(parts[0]) || parts[0].Contains('.', StringComparison.Ordinal) && parts[0].EndsWith(".php", StringComparison.Ordinal) ? null
            : !SharedHosts.IsContainer(parts[0]) ? $"{site}/{parts[0]}"
            : parts.Length > 1 && parts[1].Trim('-').Length > 0 ? $"{site}/{parts[0]}/{parts[1]}"
            : null;
    }

    private static string Host(string host)
    {
        var lower = host.ToLowerInvariant().TrimEnd('.');
        lower = lower.StartsWith("www.", StringComparison.Ordinal) ? lower[4..] : lower;
        return lower is "telegram.me" or "telegram.org" ? "t.me" : lower is "m.vk.com" ? "vk.com" : lower;
    }

    private static string Decoded(string path) => path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;

    private static string Trimmed(string address) => address.Trim(' ', ',', '.', '"', '«', '»', '\u00A0', '\t', '\u200B').Replace("/ ", "/", StringComparison.Ordinal).Replace("= ", "=", StringComparison.Ordinal);

    [GeneratedRegex(@"[;\r\n]+|,\s*(?=https?:)|\s+(?=https?:)")]
    private static partial Regex Separators();

    [GeneratedRegex(@"[,\s]*\bID\b\s*:?\s*[-–—]?[\s\u00A0]*\d+", RegexOptions.IgnoreCase)]
    private static partial Regex ChatNumber();

    [GeneratedRegex(@"^(?:https?:/{1,2})?(?<host>[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+)(?::\d+)?(?<path>/[^?#\s]*)?(?<query>[?#]\S*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:(?!-)[\p{L}\p{Nd}-]{1,63}\.)+\p{L}[\p{L}\p{Nd}-]{1,62}$")]
    private static partial Regex SiteName();

    [GeneratedRegex(@"[?&]id=(\d+)")]
    private static partial Regex ProfileId();
}
