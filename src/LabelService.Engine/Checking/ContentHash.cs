using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using LabelService.Engine.Model;

namespace LabelService.Engine.Checking;

/// <summary>A hash of everything in an article that a rule can read, by which a decision is bound to what it was made on.</summary>
internal static class ContentHash
{
    public static string Of(Article article)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, article.Title);
        Add(hash, article.Lead);
        Add(hash, article.Body);
        Add(hash, Kebab<ArticleFormat>.Word(article.Format));
        Add(hash, article.Language);
        Add(hash, article.Url);
        Add(hash, article.PublishedAt?.ToString());
        Add(hash, Kebab<ArticleKind>.Word(article.Kind));
        Add(hash, article.Section);
        AddAll(hash, article.Tags ?? []);
        AddAll(hash, (article.Authors ?? []).SelectMany(a => new[] { a.Name, a.Url }));
        AddAll(hash, [article.Publisher?.Name, article.Publisher?.Url, article.Source?.Name, article.Source?.Url]);
        AddAll(hash, (article.Media ?? []).SelectMany(m => new[] { Kebab<MediaKind>.Word(m.Kind), m.Caption, m.Alt, m.DurationSeconds?.ToString("R", CultureInfo.InvariantCulture) }));
        AddAll(hash, (article.Attributes ?? new Dictionary<string, System.Text.Json.JsonElement>()).OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => new[] { a.Key, a.Value.GetRawText() }));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return "sha256:" + Convert.ToHexStringLower(digest);
    }

    private static void AddAll(IncrementalHash hash, IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            Add(hash, text);
        }

        Add(hash, null);
    }

    // The length first: "ab" + "c" and "a" + "bc" are different articles. An absent text has length -1.
    private static void Add(IncrementalHash hash, string? text)
    {
        Span<int> length = [text?.Length ?? -1];
        hash.AppendData(MemoryMarshal.AsBytes(length));
        // As UTF-8, half the bytes of Latin text; hashing is a tenth of a check.
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0));
        hash.AppendData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text.AsSpan(), bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
