using System.Collections.Immutable;

namespace LabelService.Workflow.Corrections;

/// <summary>
/// How the newsroom may have written the address that a reader copied: with or without <c>www.</c> and the last slash, by either scheme,
/// without the fragment and what follows readers about. So many, and no more, are looked up by the index.
/// </summary>
internal static class ArticleAddresses
{
    private static readonly string[] Trackers = ["utm_", "mtm_", "pk_", "fbclid", "gclid", "yclid", "ysclid", "msclkid", "mc_cid", "mc_eid", "igshid", "_openstat"];

    /// <summary>The address as it was given comes first.</summary>
    public static ImmutableArray<string> Of(string given, Uri parsed)
    {
        var bare = parsed.Authority.StartsWith("www.", StringComparison.Ordinal) ? parsed.Authority[4..] : parsed.Authority;
        var query = Kept(parsed.Query);
        var all = new List<string> { given };
        foreach (var path in (string[])[parsed.AbsolutePath, Uri.UnescapeDataString(parsed.AbsolutePath)])
        {
            var start = path.TrimEnd('/');
            all.AddRange(
                from scheme in (string[])["https", "http"]
                from www in (string[])["", "www."]
                from end in (string[])["", "/"]
                select $"{scheme}://{www}{bare}{start}{end}{query}");
        }

        return [.. all.Distinct(StringComparer.Ordinal)];
    }

    private static string Kept(string query)
    {
        var parts = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var kept = string.Join('&', parts.Where(p => !Trackers.Any(t => p.StartsWith(t, StringComparison.OrdinalIgnoreCase))));
        return kept.Length == 0 ? "" : "?" + kept;
    }
}
