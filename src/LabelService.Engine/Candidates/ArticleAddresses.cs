using LabelService.Engine.Finding;
using LabelService.Engine.Reading;

namespace LabelService.Engine.Candidates;

/// <summary>The hosts and accounts to which an article leads: by links, in the addresses of its parties, written out in its text.</summary>
internal static class ArticleAddresses
{
    /// <summary>Where a host may begin before one slash; a text with more such places is made to have them.</summary>
    private const int MostLabels = 12;

    private const int LongestHost = 253;

    public static void Add(ReadArticle article, List<uint> keys)
    {
        var asked = article.Article;
        foreach (var author in asked.Authors is { IsDefault: false } authors ? authors : [])
        {
            AddAddress(author.Url, keys);
        }

        AddAddress(asked.Publisher?.Url, keys);
        AddAddress(asked.Url, keys);
        AddAddress(asked.Source?.Url, keys);
        foreach (var link in article.Body.Links)
        {
            AddAddress(link.Href, keys);
        }

        foreach (var field in article.Fields)
        {
            AddWritten(field.Text, keys);
        }
    }

    private static void AddAddress(string? address, List<uint> keys)
    {
        foreach (var key in address is null ? [] : Hosts.Keys(address))
        {
            keys.Add(WordKey.Host(key));
        }
    }

    /// <summary>«t.me/lug», as <see cref="EntityFinder"/> takes accounts: a host, whole, with a slash behind it.</summary>
    private static void AddWritten(string text, List<uint> keys)
    {
        for (var slash = text.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = text.IndexOf('/', slash + 1))
        {
            if (slash > 0 && char.IsLetterOrDigit(text[slash - 1]))
            {
                AddHostsBefore(text, slash, keys);
            }
        }
    }

    private static void AddHostsBefore(string text, int slash, List<uint> keys)
    {
        var (labels, hasDot) = (0, false);
        for (var at = slash - 1; at >= 0 && slash - at <= LongestHost && IsInHost(text[at]); at--)
        {
            hasDot |= text[at] == '.';
            if (!hasDot || !char.IsLetterOrDigit(text[at]) || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '@' or '_')))
            {
                continue;
            }

            if (++labels > MostLabels)
            {
                keys.Add(WordKey.Odd);
                return;
            }

            AddAddress(text[at..Hosts.EndInText(text, slash)], keys);
        }
    }

    private static bool IsInHost(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_';
}
