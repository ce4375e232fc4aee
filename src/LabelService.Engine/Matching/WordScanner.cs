using System.Buffers;

namespace LabelService.Engine.Matching;

/// <summary>Cuts a text into words and hashes each, in one pass and without an allocation per word.</summary>
internal static class WordScanner
{
    /// <summary>Letters by which notices are spotted before their wording is compared: enough to tell «агент» from most words.</summary>
    public const int StemLength = 5;

    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The words of <paramref name="text"/>; the caller returns the list to its pool by disposing it.</summary>
    public static WordList Scan(ReadOnlySpan<char> text)
    {
        // A word takes at least two characters with what parts it from the next; most take six.
        var words = new WordList(Math.Max(16, text.Length / 5));
        var i = 0;
        while (i < text.Length)
        {
            if (Letters.Fold(text[i]) <= Letters.Ignorable)
            {
                i++;
                continue;
            }

            i = ScanWord(text, i, ref words);
        }

        return words;
    }

    public static uint HashOf(ReadOnlySpan<char> folded)
    {
        var hash = Seed;
        foreach (var c in folded)
        {
            hash = (hash ^ c) * Prime;
        }

        return Finish(hash);
    }

    /// <summary>The hashes of one word as written: of all of it and of its stem.</summary>
    public static (uint Hash, uint Stem) HashesOf(ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        var folded = buffer[..FoldInto(word, buffer)];
        return (HashOf(folded), folded.Length >= StemLength ? HashOf(folded[..StemLength]) : 0);
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
        bool latin = false, cyrillic = false;
        foreach (var c in word)
        {
            var folded = Letters.Fold(c);
            if (folded == Letters.Ignorable)
            {
                // й typed as и and a breve is й; every other mark (a stress, the dots of ё) is only decoration.
                if (c == '\u0306' && length > 0 && buffer[length - 1] == 'и')
                {
                    buffer[length - 1] = 'й';
                }

                continue;
            }

            latin |= Letters.IsLatin(c);
            cyrillic |= Letters.IsCyrillic(c);
            buffer[length++] = folded;
        }

        if (latin && cyrillic)
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
        uint stem = 0;
        var length = 0;
        bool odd = false, latin = false, cyrillic = false;
        var i = start;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            var folded = Letters.Fold(c);
            if (folded <= Letters.Ignorable)
            {
                if (folded == Letters.Separator)
                {
                    break;
                }

                odd = true;
                continue;
            }

            latin |= c < '\u0250' && c > '9';
            cyrillic |= c >= '\u0400';
            hash = (hash ^ folded) * Prime;
            if (++length == StemLength)
            {
                stem = Finish(hash);
            }
        }

        words.Add(odd || (latin && cyrillic) ? Slowly(text, start, i) : new Word(start, i, Finish(hash), stem));
        return i;
    }

    private static Word Slowly(ReadOnlySpan<char> text, int start, int end)
    {
        var buffer = ArrayPool<char>.Shared.Rent(end - start);
        var length = FoldInto(text[start..end], buffer);
        var word = new Word(
            start, end, HashOf(buffer.AsSpan(0, length)), length >= StemLength ? HashOf(buffer.AsSpan(0, StemLength)) : 0);
        ArrayPool<char>.Shared.Return(buffer);
        return word;
    }

    // The multiplication leaves the low bits weak; tables are indexed by them. Zero is kept for "none".
    private static uint Finish(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >> 12;
        return hash | 1;
    }
}

/// <summary>A growing list of words in pooled memory.</summary>
internal struct WordList(int capacity) : IDisposable
{
    private Word[] _words = ArrayPool<Word>.Shared.Rent(capacity);

    public int Count { get; private set; }

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
