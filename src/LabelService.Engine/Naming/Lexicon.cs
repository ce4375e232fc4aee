using System.Runtime.InteropServices;
using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>What a lexeme can be in a name.</summary>
[Flags]
internal enum LexemeKinds : byte
{
    None = 0,
    Given = 1,
    Patronymic = 2,
    Surname = 4,

    /// <summary>The word by which a title is found, that is any name that is not a person's given name and surname.</summary>
    TitleAnchor = 8,
}

/// <summary>Collects the words of all names, each with all its forms once, however many names share it.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<FormEntry> _forms = [];
    private readonly List<LexemeKinds> _kinds = [];
    private readonly Dictionary<string, int> _families = new(StringComparer.Ordinal);

    public int Count => _kinds.Count;

    public LexemeKinds[] Kinds => [.. _kinds];

    /// <summary>The lexeme of a key, made of its forms at first sight.</summary>
    /// <param name="key">What tells it from others: its role, gender and word.</param>
    /// <param name="forms">Its forms as written, with their cases.</param>
    public int Add(string key, LexemeKinds kind, Func<IEnumerable<(string Form, int Cases)>> forms)
    {
        ref var lexeme = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, key, out var exists);
        if (!exists)
        {
            lexeme = _kinds.Count;
            _kinds.Add(kind);
            foreach (var (form, cases) in forms())
            {
                _forms.Add(new FormEntry(WordScanner.HashOfWord(form), lexeme, (ushort)cases, form.Any(Letters.IsLatin) && !form.Any(Letters.IsCyrillic)));
            }
        }

        _kinds[lexeme] |= kind;
        return lexeme;
    }

    public void Mark(int lexeme, LexemeKinds kind) => _kinds[lexeme] |= kind;

    /// <summary>A number that a man's and a woman's form of one surname share.</summary>
    public int Family(string surname)
    {
        ref var family = ref CollectionsMarshal.GetValueRefOrAddDefault(_families, SurnameFamily.Of(surname), out var exists);
        if (!exists)
        {
            family = _families.Count - 1;
        }

        return family;
    }

    public FormTable ToTable(LexemeKinds begin)
    {
        var kinds = _kinds;
        return new FormTable(_forms, lexeme => (kinds[lexeme] & begin) != 0);
    }
}
