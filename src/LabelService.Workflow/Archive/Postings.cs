using System.Runtime.InteropServices;

namespace LabelService.Workflow.Archive;

/// <summary>
/// The index of one segment: its keys in buckets by their upper bits, so that a search reads few of them. A bucket holds its keys ascending,
/// each as the difference to the one before, the length in bytes of what follows, and the articles as differences.
/// </summary>
/// <remarks>
/// Held against full-text search once, on a busy machine and not on the very same texts: SQLite's FTS5 took 648 bytes an article without
/// positions and 1,902 with them (233 and 287 µs of CPU), PostgreSQL's GIN over to_tsvector 1,558 bytes (742 µs by the clock, so no measure
/// of CPU); this 441 bytes and some 144 µs of CPU. It serves both databases alike, and holds keys that are no words: readings of disguises,
/// initials, accounts.
/// </remarks>
internal static class Postings
{
    public const int BucketBits = 10;
    public const int Buckets = 1 << BucketBits;

    /// <summary>Articles of a full segment.</summary>
    public const int MostArticles = 4_096;

    /// <summary>Keys of a full segment: long articles fill it sooner.</summary>
    public const int MostKeys = 6_000_000;

    private const int ArticleBits = 13;
    private const ulong ArticleMask = (1 << ArticleBits) - 1;

    public static int BucketOf(uint key) => (int)(key >> (32 - BucketBits));

    /// <param name="articles">The keys of each article, by its place in the segment; <see cref="MostArticles"/> at most.</param>
    /// <returns>The buckets that hold something.</returns>
    public static List<(int Bucket, byte[] Data)> Build(IReadOnlyList<uint[]> articles)
    {
        var (starts, pairs) = Sorted(articles);
        var buckets = new List<(int, byte[])>(Buckets);
        var (data, list) = (new List<byte>(16_384), new List<byte>(8_192));
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            var span = pairs.AsSpan(starts[bucket]..starts[bucket + 1]);
            if (!span.IsEmpty)
            {
                span.Sort();
                buckets.Add((bucket, Pack(span, data, list)));
            }
        }

        return buckets;
    }

    /// <summary>Sets a bit for each article of the segment that has one of the keys.</summary>
    /// <param name="keys">Ascending keys of this bucket, each with the set that its articles go to.</param>
    public static void Read(ReadOnlySpan<byte> data, ReadOnlySpan<(uint Key, ulong[] Articles)> keys)
    {
        var wanted = 0;
        uint key = 0;
        for (var at = 0; at < data.Length && wanted < keys.Length;)
        {
            key += (uint)Varint.Read(data, ref at);
            var length = (int)Varint.Read(data, ref at);
            while (wanted < keys.Length && keys[wanted].Key < key)
            {
                wanted++;
            }

            for (; wanted < keys.Length && keys[wanted].Key == key; wanted++)
            {
                Mark(data.Slice(at, length), keys[wanted].Articles);
            }

            at += length;
        }
    }

    /// <summary>Every article that some key of the bucket leads to.</summary>
    /// <exception cref="InvalidDataException">The bucket is damaged.</exception>
    public static HashSet<int> ArticlesIn(ReadOnlySpan<byte> data)
    {
        var articles = new HashSet<int>();
        for (var at = 0; at < data.Length;)
        {
            Varint.Read(data, ref at);
            var end = (int)Varint.Read(data, ref at) + at;
            ulong article = 0;
            while (at < end)
            {
                articles.Add((int)(article += Varint.Read(data, ref at)));
            }
        }

        return articles;
    }

    /// <summary>The bucket without some articles, at places that stay empty.</summary>
    /// <returns>Null where none of them is in it.</returns>
    /// <exception cref="InvalidDataException">The bucket is damaged.</exception>
    public static byte[]? Without(ReadOnlySpan<byte> data, IReadOnlySet<int> places)
    {
        var (left, list, isChanged) = (new List<byte>(data.Length), new List<byte>(), false);
        ulong key = 0, before = 0;
        for (var at = 0; at < data.Length;)
        {
            key += Varint.Read(data, ref at);
            var end = (int)Varint.Read(data, ref at) + at;
            list.Clear();
            ulong article = 0, last = 0;
            while (at < end)
            {
                article += Varint.Read(data, ref at);
                if (places.Contains((int)article))
                {
                    isChanged = true;
                    continue;
                }

                Varint.Write(list, article - last);
                last = article;
            }

            if (list.Count > 0)
            {
                Varint.Write(left, key - before);
                Varint.Write(left, (ulong)list.Count);
                left.AddRange(CollectionsMarshal.AsSpan(list));
                before = key;
            }
        }

        return isChanged ? [.. left] : null;
    }

    private static void Mark(ReadOnlySpan<byte> list, ulong[] articles)
    {
        ulong article = 0;
        for (var at = 0; at < list.Length;)
        {
            article += Varint.Read(list, ref at);
            articles[article >> 6] |= 1UL << (int)(article & 63);
        }
    }

    /// <summary>All pairs of key and article, in the order of buckets.</summary>
    private static (int[] Starts, ulong[] Pairs) Sorted(IReadOnlyList<uint[]> articles)
    {
        var starts = new int[Buckets + 1];
        foreach (var keys in articles)
        {
            foreach (var key in keys)
            {
                starts[BucketOf(key) + 1]++;
            }
        }

        for (var i = 0; i < Buckets; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = (int[])starts.Clone();
        var pairs = new ulong[starts[Buckets]];
        for (var article = 0; article < articles.Count; article++)
        {
            foreach (var key in articles[article])
            {
                pairs[next[BucketOf(key)]++] = ((ulong)key << ArticleBits) | (uint)article;
            }
        }

        return (starts, pairs);
    }

    private static byte[] Pack(ReadOnlySpan<ulong> pairs, List<byte> data, List<byte> list)
    {
        data.Clear();
        uint before = 0;
        for (int i = 0, next; i < pairs.Length; i = next)
        {
            var key = (uint)(pairs[i] >> ArticleBits);
            list.Clear();
            ulong last = 0;
            for (next = i; next < pairs.Length && (uint)(pairs[next] >> ArticleBits) == key; next++)
            {
                var article = pairs[next] & ArticleMask;
                Varint.Write(list, article - last);
                last = article;
            }

            Varint.Write(data, key - before);
            Varint.Write(data, (ulong)list.Count);
            data.AddRange(CollectionsMarshal.AsSpan(list));
            before = key;
        }

        return [.. data];
    }
}
