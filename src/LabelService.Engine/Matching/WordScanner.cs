using System.Buffers;

namespace LabelService.Engine.Matching;

/// <summary>Cuts a text into words and hashes each, in one pass and without an allocation per word.</summary>
internal static class WordScanner
{
    /// <summary>Letters by which notices are spotted before their wording is compared: enough to tell «агент» from most words.</summary>
    public const int StemLength = 5;

    // FNV-1a over UTF-16 units, 64 bits: equal hashes are taken as equal words where a slip costs a second look, not a label.
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The words of <paramref name="text"/>; the caller returns the list to its pool by disposing it.</summary>
    public static WordList Scan(ReadOnlySpan<char> text)
    {
        // A word takes at least two characters with what parts it from the next; most take six.
        var words = new WordList(Math.Max(16, text.Length / 5));
        uint between = 0;
        var i = 0;
        while (i < text.Length)
        {
            var info = Letters.Info(text[i]);
            if ((char)info <= Letters.Ignorable)
            {
                between |= info;
                i++;
                continue;
            }

            i = ScanWord(text, i, ref words);
        }

        words.Between = (LetterMarks)between & (LetterMarks.Sign | LetterMarks.LineEnd);
        return words;
    }

    public static ulong HashOf(ReadOnlySpan<char> folded)
    {
        var hash = Seed;
        foreach (var c in folded)
        {
            hash = (hash ^ c) * Prime;
        }

        return Finish(hash);
    }

    /// <summary>The hash of a word as written.</summary>
    public static ulong HashOfWord(ReadOnlySpan<char> word) => HashesOf(word).Hash;

    /// <summary>The hashes of one word as written: of all of it and of its stem.</summary>
    public static (ulong Hash, uint Stem) HashesOf(ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        return Hashes(buffer[..FoldInto(word, buffer)]);
    }

    /// <summary>The folded letters of a word, look-alikes resolved, as they are hashed.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        return new string(buffer[..FoldInto(word, buffer)]);
    }

    public static int FoldInto(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        uint marks = 0;
        foreach (var c in word)
        {
            var info = Letters.Info(c);
            marks |= info;
            if ((char)info == Letters.Ignorable)
            {
                // й typed as и and a breve is й; every other mark (a stress, the dots of ё) is only decoration.
                if (c == '\u0306' && length > 0 && buffer[length - 1] == 'и')
                {
                    buffer[length - 1] = 'й';
                }

                continue;
            }

            buffer[length++] = (char)info;
        }

        if (Letters.IsMixed(marks))
        {
            for (var i = 0; i < length; i++)
            {
                buffer[i] = Letters.AsCyrillic(buffer[i]);
            }
        }

        return length;
    }

    private static int ScanWord(ReadOnlySpan<char> text, int start, ref WordList words)
    {
        var hash = Seed;
        ulong stem = 0;
        uint marks = 0;
        var stemAt = start + StemLength - 1;
        var i = start;
        for (; i < text.Length; i++)
        {
            var info = Letters.Info(text[i]);
            var folded = (char)info;
            if (folded <= Letters.Ignorable)
            {
                if (folded == Letters.Separator)
                {
                    break;
                }

                marks |= info;
                continue;
            }

            marks |= info;
            hash = (hash ^ folded) * Prime;
            if (i == stemAt)
            {
                stem = hash;
            }
        }

        var isOdd = (marks & (uint)LetterMarks.Ignorable) != 0 || Letters.IsMixed(marks);
        var kept = (LetterMarks)(marks & 0xFFFF0000);
        words.Add(isOdd ? Slowly(text, start, i, kept) : new Word(start, i, Finish(hash), stem == 0 ? 0 : (uint)Finish(stem), kept));
        return i;
    }

    private static Word Slowly(ReadOnlySpan<char> text, int start, int end, LetterMarks marks)
    {
        var buffer = ArrayPool<char>.Shared.Rent(end - start);
        var (hash, stem) = Hashes(buffer.AsSpan(0, FoldInto(text[start..end], buffer)));
        ArrayPool<char>.Shared.Return(buffer);
        return new Word(start, end, hash, stem, marks);
    }

    private static (ulong Hash, uint Stem) Hashes(ReadOnlySpan<char> folded) =>
        (HashOf(folded), folded.Length >= StemLength ? (uint)HashOf(folded[..StemLength]) : 0);

    // The multiplication leaves the low bits weak; tables are indexed by them. Zero is kept for "none".
    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return (hash ^ (hash >> 32)) | 1;
    }
}

/// <summary>A growing list of words in pooled memory.</summary>
internal struct WordList(int capacity) : IDisposable
{
    private Word[] _words = ArrayPool<Word>.Shared.Rent(capacity);

    public int Count { get; private set; }

    /// <summary>Which marks stand between the words of the text, <see cref="LetterMarks.Sign"/> and <see cref="LetterMarks.LineEnd"/>.</summary>
    public LetterMarks Between { get; set; }

    public readonly ReadOnlySpan<Word> Span => _words.AsSpan(0, Count);

    public void Add(Word word)
    {
        if (Count == _words.Length)
        {
            var larger = ArrayPool<Word>.Shared.Rent(_words.Length * 2);
            _words.AsSpan().CopyTo(larger);
            ArrayPool<Word>.Shared.Return(_words);
            _words = larger;
        }

        _words[Count++] = word;
    }

    public void Dispose()
    {
        ArrayPool<Word>.Shared.Return(_words);
        _words = [];
        Count = 0;
    }
}
