using System.Numerics;
using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>One form of a lexeme.</summary>
/// <param name="Key">The hash of the folded form.</param>
/// <param name="Lexeme">Index of the lexeme.</param>
/// <param name="Cases">A bit for each grammatical case in which the lexeme has this form, see <see cref="CaseBits"/>.</param>
/// <param name="IsLatin">Whether it is written in Latin letters.</param>
internal readonly record struct FormEntry(ulong Key, int Lexeme, ushort Cases, bool IsLatin);

/// <summary>
/// Tells of which lexemes a word is a form: a bit test for the words that begin no name, a probe for the rest. Equal hashes of 64 bits
/// are taken as equal words; of a hundred thousand names and a million words of text that errs once in millions of articles.
/// </summary>
internal sealed class FormTable
{
    // A slot holds the upper 40 bits of a key and, below them, the number of its first entry, counted from one: a word that is no form
    // of a name is told from its slot alone.
    private const int NumberBits = 24;
    private const ulong NumberMask = (1UL << NumberBits) - 1;

    private readonly BeginningFilter _cyrillic;
    private readonly BeginningFilter _latin;
    private readonly ulong[] _slots;
    private readonly FormEntry[] _entries;
    private readonly int _shift;

    /// <param name="begins">Whether a lexeme can begin the search for a name; only these pass <see cref="MayBegin"/>.</param>
    public FormTable(List<FormEntry> forms, Predicate<int> begins)
    {
        _entries = Merge(forms);
        if (_entries.Length > (int)NumberMask)
        {
            throw new InvalidOperationException($"The registries have {_entries.Length} forms of names; {NumberMask} are the most.");
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, _entries.Length * 3L / 2));
        _slots = new ulong[size];
        _shift = 64 - BitOperations.Log2((uint)size);
        for (var i = 0; i < _entries.Length; i++)
        {
            if (i == 0 || _entries[i - 1].Key != _entries[i].Key)
            {
                Insert(_entries[i].Key, i + 1);
            }
        }

        var beginning = Array.FindAll(_entries, e => begins(e.Lexeme));
        _cyrillic = new BeginningFilter(beginning.Where(e => !e.IsLatin).Select(e => e.Key));
        _latin = new BeginningFilter(beginning.Where(e => e.IsLatin).Select(e => e.Key));
    }

    public int Count => _entries.Length;

    /// <summary>All forms, in the order of their keys.</summary>
    public ReadOnlySpan<FormEntry> All => _entries;

    /// <summary>Whether a word may be the first that is looked at of a name; false for most words, at the cost of one bit.</summary>
    public bool MayBegin(in Word word) => (word.Has(LetterMarks.Latin) && !word.Has(LetterMarks.Cyrillic) ? _latin : _cyrillic).MayHold(word.Hash);

    /// <summary>The lexemes of which a word is a form; empty for most words.</summary>
    public ReadOnlySpan<FormEntry> Of(ulong key)
    {
        for (var slot = (int)(key >> _shift); _slots[slot] is > 0 and var held; slot = slot + 1 & _slots.Length - 1)
        {
            var first = (int)(held & NumberMask);
            if (held >> NumberBits == key >> NumberBits && _entries[first - 1].Key == key)
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

        _slots[slot] = (key & ~NumberMask) | (uint)value;
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
