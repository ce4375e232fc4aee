using LabelService.Engine.Candidates;

namespace LabelService.Workflow.Archive;

/// <summary>
/// The keys of one article in a row, with the version of <see cref="ArticleWords"/> that gathered them. Keys of another version may lack
/// what finders see by now: such an article is a candidate for everything until it is read again.
/// </summary>
internal static class PackedKeys
{
    /// <summary>Two keys of 0, which no article has, stand before the version; keys of the first version have none.</summary>
    private static ReadOnlySpan<byte> Mark => [0, 0];

    public static byte[] Pack(ReadOnlySpan<uint> keys, int version = ArticleWords.Version) =>
        version == 1 ? Varint.Pack(keys) : [.. Mark, (byte)version, .. Varint.Pack(keys)];

    /// <returns>The keys; null where they are of another version.</returns>
    public static uint[]? Unpack(ReadOnlySpan<byte> packed, int version = ArticleWords.Version)
    {
        if (!packed.StartsWith(Mark))
        {
            return version == 1 ? Varint.Keys(packed) : null;
        }

        return packed.Length > Mark.Length && packed[Mark.Length] == version ? Varint.Keys(packed[(Mark.Length + 1)..]) : null;
    }
}

/// <summary>The articles of a segment in its row, with the version of <see cref="ArticleWords"/> by which its keys were gathered.</summary>
internal static class PackedArticles
{
    /// <summary>Bytes from which the version is known.</summary>
    public const int Head = 2;

    /// <summary>No article has the number 0; segments of the first version have no mark.</summary>
    private const byte Mark = 0;

    public static byte[] Pack(ReadOnlySpan<long> articles, int version = ArticleWords.Version) =>
        version == 1 ? Varint.Pack(articles) : [Mark, (byte)version, .. Varint.Pack(articles)];

    /// <summary>Of whatever version.</summary>
    public static long[] Unpack(ReadOnlySpan<byte> packed) => Varint.Numbers(packed is [Mark, ..] ? packed[Head..] : packed);

    public static bool IsCurrent(ReadOnlySpan<byte> head, int version = ArticleWords.Version) => (head is [Mark, var other, ..] ? other : 1) == version;
}
