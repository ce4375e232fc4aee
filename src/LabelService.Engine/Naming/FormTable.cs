using System.Numerics;

namespace LabelService.Engine.Naming;

/// <summary>One form of a lexeme.</summary>
/// <param name="Key">The hash of the folded form.</param>
/// <param name="Lexeme">Index of the lexeme.</param>
/// <param name="Cases">A bit for each grammatical case in which the lexeme has this form, see <see cref="CaseBits"/>.</param>
internal readonly record struct FormEntry(ulong Key, int Lexeme, ushort Cases);

/// <summary>
/// Tells of which lexemes a word is a form: a bit test for the words that begin no name, a probe for the rest. Equal hashes of 64 bits
/// are taken as equal words; of a hundred thousand names and a million words of text that errs once in millions of articles.
/// </summary>
internal sealed class FormTable
{
    private readonly ulong[] _bits;
    private readonly int[] _slots;
    private readonly FormEntry[] _entries;
    private readonly int _shift;
    private readonly uint _bitMask;

    /// <param name="begins">Whether a lexeme can begin the search for a name; only these pass <see cref="MayBegin"/>.</param>
    public FormTable(List<FormEntry> forms, Predicate<int> begins)
    {
        _entries = Merge(forms);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, _entries.Length * 2));
        _slots = new int[size];
        _shift = 64 - BitOperations.Log2((uint)size);
        // Eight bits a form: of the words that begin no name one in a dozen passes by chance, and 100,000 names take half a megabyte.
        _bitMask = (uint)(size * 4) - 1;
        _bits = new ulong[(_bitMask + 1) / 64];
        for (var i = 0; i < _entries.Length; i++)
        {
            var key = _entries[i].Key;
            if (begins(_entries[i].Lexeme))
            {
                var bit = (uint)key >> 1 & _bitMask;
                _bits[bit >> 6] |= 1UL << (int)(bit & 63);
            }

            if (i == 0 || _entries[i - 1].Key != key)
            {
                Insert(key, i + 1);
            }
        }
    }

    public int Count => _entries.Length;

    public bool MayBegin(ulong key)
    {
        var bit = (uint)key >> 1 & _bitMask;
        return (_bits[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
    }

    /// <summary>The lexemes of which a word is a form; empty for most words.</summary>
    public ReadOnlySpan<FormEntry> Of(ulong key)
    {
        for (var slot = (int)(key >> _shift); _slots[slot] is > 0 and var first; slot = slot + 1 & _slots.Length - 1)
        {
            if (_entries[first - 1].Key == key)
            {
                var end = first;
                while (end < _entries.Length && _entries[end].Key == key)
                {
                    end++;
                }

                return _entries.AsSpan((first - 1)..end);
            }
        }

        return [];
    }

    /// <summary>The cases in which a word is a form of this lexeme; 0 where it is none.</summary>
    public ushort CasesOf(ulong key, int lexeme)
    {
        foreach (ref readonly var entry in Of(key))
        {
            if (entry.Lexeme == lexeme)
            {
                return entry.Cases;
            }
        }

        return 0;
    }

    private void Insert(ulong key, int value)
    {
        var slot = (int)(key >> _shift);
        while (_slots[slot] != 0)
        {
            slot = slot + 1 & _slots.Length - 1;
        }

        _slots[slot] = value;
    }

    private static FormEntry[] Merge(List<FormEntry> forms)
    {
        forms.Sort(static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Lexeme.CompareTo(b.Lexeme));
        var merged = new List<FormEntry>(forms.Count);
        foreach (var form in forms)
        {
            if (merged.Count > 0 && merged[^1].Key == form.Key && merged[^1].Lexeme == form.Lexeme)
            {
                merged[^1] = form with { Cases = (ushort)(merged[^1].Cases | form.Cases) };
            }
            else
            {
                merged.Add(form);
            }
        }

        return [.. merged];
    }
}
