using System.Globalization;
using System.Security.Cryptography;
using LabelService.Engine.Model;

namespace LabelService.Engine.Checking;

/// <summary>A hash of everything in an article that a rule can read, by which a decision is bound to what it was made on.</summary>
internal static class ContentHash
{
    /// <summary>Bytes that the fields beside the texts seldom exceed.</summary>
    private const int Beside = 512;

    public static string Of(Article article)
    {
        // All in one piece: the hash function is quick, and each call of it is not.
        using var input = new HashInput((article.Title?.Length ?? 0) + (article.Lead?.Length ?? 0) + article.Body.Length + Beside);
        input.Add(article.Title);
        input.Add(article.Lead);
        input.Add(article.Body);
        input.Add(Kebab<ArticleFormat>.Word(article.Format));
        input.Add(article.Language);
        input.Add(article.Url);
        input.Add(article.PublishedAt?.ToString());
        input.Add(Kebab<ArticleKind>.Word(article.Kind));
        input.Add(article.Section);
        AddLists(input, article);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input.Written, digest);
        return string.Concat("sha256:", Convert.ToHexStringLower(digest));
    }

    /// <summary>Each list ends with an absent text, so that what stands at the end of one is not taken for the beginning of the next.</summary>
    private static void AddLists(HashInput input, Article article)
    {
        foreach (var tag in article.Tags ?? [])
        {
            input.Add(tag);
        }

        input.Add(null);
        foreach (var author in article.Authors ?? [])
        {
            AddParty(input, author);
        }

        input.Add(null);
        AddParty(input, article.Publisher);
        AddParty(input, article.Source);
        input.Add(null);
        foreach (var item in article.Media ?? [])
        {
            input.Add(Kebab<MediaKind>.Word(item.Kind));
            input.Add(item.Caption);
            input.Add(item.Alt);
            input.Add(item.DurationSeconds?.ToString("R", CultureInfo.InvariantCulture));
        }

        input.Add(null);
        foreach (var (name, value) in article.Attributes?.OrderBy(a => a.Key, StringComparer.Ordinal).AsEnumerable() ?? [])
        {
            input.Add(name);
            input.Add(value.GetRawText());
        }

        input.Add(null);
    }

    private static void AddParty(HashInput input, Party? party)
    {
        input.Add(party?.Name);
        input.Add(party?.Url);
    }
}
