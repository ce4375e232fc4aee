using System.Collections.Immutable;

namespace LabelService.Engine.Matching;

/// <summary>A sequence of words to find, and what it means to whoever put it in.</summary>
internal sealed record Phrase(ImmutableArray<string> Words, object Meaning)
{
    /// <summary>Cuts and folds a phrase as texts are cut and folded; null where no word is in it.</summary>
    public static Phrase? Of(string text, object meaning)
    {
        using var words = WordScanner.Scan(text);
        if (words.Count == 0)
        {
            return null;
        }

        var folded = ImmutableArray.CreateBuilder<string>(words.Count);
        foreach (var word in words.Span)
        {
            folded.Add(WordScanner.Fold(text.AsSpan(word.Start, word.Length)));
        }

        return new Phrase(folded.MoveToImmutable(), meaning);
    }
}

/// <param name="First">Index of its first word in the scanned list.</param>
internal readonly record struct PhraseHit(Phrase Phrase, int First, int Start, int End);

/// <summary>
/// Finds all phrases in a scanned text in one pass: a bit test for most words, a hash probe for the rest. Phrases of several
/// words are keyed by their first two, so that ten thousand people with one given name are not one chain.
/// </summary>
internal sealed class PhraseIndex
{
    private const int LongestGap = 4;

    private readonly Table _single;
    private readonly Table _pairs;

    public PhraseIndex(IEnumerable<Phrase> phrases)
    {
        var all = phrases.ToList();
        _single = new Table(all.Where(p => p.Words.Length == 1).Select(p => ((uint)WordScanner.HashOf(p.Words[0]), p)));
        _pairs = new Table(all.Where(p => p.Words.Length > 1)
            .Select(p => (Pair((uint)WordScanner.HashOf(p.Words[0]), (uint)WordScanner.HashOf(p.Words[1])), p)));
    }

    /// <summary>Adds every hit to <paramref name="hits"/>, in order of its first word; overlapping hits are all given.</summary>
    public void Find(ReadOnlySpan<char> text, ReadOnlySpan<Word> words, List<PhraseHit> hits)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var hash = (uint)words[i].Hash;
            if (_single.MayHold(hash))
            {
                Collect(_single, hash, text, words, i, hits);
            }

            if (i + 1 < words.Length)
            {
                var pair = Pair(hash, (uint)words[i + 1].Hash);
                if (_pairs.MayHold(pair))
                {
                    Collect(_pairs, pair, text, words, i, hits);
                }
            }
        }
    }

    private static void Collect(Table table, uint key, ReadOnlySpan<char> text, ReadOnlySpan<Word> words, int first, List<PhraseHit> hits)
    {
        for (var entry = table.First(key); entry >= 0; entry = table.Next(entry))
        {
            var phrase = table.Phrase(entry);
            if (Matches(phrase, text, words, first))
            {
                hits.Add(new PhraseHit(phrase, first, words[first].Start, words[first + phrase.Words.Length - 1].End));
            }
        }
    }

    private static bool Matches(Phrase phrase, ReadOnlySpan<char> text, ReadOnlySpan<Word> words, int first)
    {
        if (first + phrase.Words.Length > words.Length)
        {
            return false;
        }

        for (var i = 0; i < phrase.Words.Length; i++)
        {
            var word = words[first + i];
            if ((i > 0 && !Joins(text[words[first + i - 1].End..word.Start], words[first + i - 1].Length))
                || !Equal(phrase.Words[i], text.Slice(word.Start, word.Length)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the characters between two words can stand inside one name: not the end of a line or sentence.</summary>
    private static bool Joins(ReadOnlySpan<char> gap, int wordBefore)
    {
        if (gap.Length is 0 or > LongestGap)
        {
            return gap.Length == 0;
        }

        for (var i = 0; i < gap.Length; i++)
        {
            var c = gap[i];
            var sentenceEnd = c == '.' && i + 1 < gap.Length && wordBefore > 1;
            if (c is '\n' or ',' or ';' or ':' or '!' or '?' or '(' or ')' or '|' or '/' or '\u2028' or '\u2029' || sentenceEnd)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Equal(string folded, ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        return buffer[..WordScanner.FoldInto(word, buffer)].SequenceEqual(folded);
    }

    private static uint Pair(uint first, uint second) => ((first * 0x9E3779B1) ^ uint.RotateLeft(second, 13)) | 1;

    /// <summary>Open-addressed hash table with chains in arrays and a bit for each possible key in front.</summary>
    private sealed class Table
    {
        private readonly ulong[] _bits;
        private readonly uint[] _keys;
        private readonly int[] _firsts;
        private readonly int[] _nexts;
        private readonly Phrase[] _phrases;
        private readonly uint _mask;
        private readonly uint _bitMask;

        public Table(IEnumerable<(uint Key, Phrase Phrase)> entries)
        {
            var all = entries.ToArray();
            _mask = (uint)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, all.Length * 2)) - 1;
            // Sixteen bits a slot: one word in dozens passes by chance, and the bits of 10,000 names take 64 KB.
            _bitMask = (_mask + 1) * 16 - 1;
            _bits = new ulong[(_bitMask + 1) / 64];
            _keys = new uint[_mask + 1];
            _firsts = new int[_mask + 1];
            _nexts = new int[all.Length];
            _phrases = new Phrase[all.Length];
            Array.Fill(_firsts, -1);
            for (var i = 0; i < all.Length; i++)
            {
                _phrases[i] = all[i].Phrase;
                var slot = Slot(all[i].Key);
                _keys[slot] = all[i].Key;
                _nexts[i] = _firsts[slot];
                _firsts[slot] = i;
                var bit = Bit(all[i].Key);
                _bits[bit >> 6] |= 1UL << (int)(bit & 63);
            }
        }

        public bool MayHold(uint key)
        {
            var bit = Bit(key);
            return (_bits[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
        }

        public int First(uint key)
        {
            var slot = Slot(key);
            return _keys[slot] == key ? _firsts[slot] : -1;
        }

        public int Next(int entry) => _nexts[entry];

        public Phrase Phrase(int entry) => _phrases[entry];

        private uint Bit(uint key) => ((key * 0x85EBCA6B) >> 3) & _bitMask;

        private uint Slot(uint key)
        {
            var slot = (key >> 1) & _mask;
            while (_keys[slot] != 0 && _keys[slot] != key)
            {
                slot = (slot + 1) & _mask;
            }

            return slot;
        }
    }
}
