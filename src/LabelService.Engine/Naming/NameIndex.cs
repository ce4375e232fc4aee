using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>All names of all registries, searched at once. Built with the ruleset, shared by all checks.</summary>
internal sealed class NameIndex
{
    private static readonly PersonEntry[] Nobody = [];
    private static readonly TitleEntry[] Nothing = [];

    private readonly LexemeKinds[] _kinds;
    private readonly Dictionary<ulong, PersonEntry[]> _byGivenAndSurname;
    private readonly Dictionary<int, PersonEntry[]> _bySurname;
    private readonly Dictionary<int, TitleEntry[]> _byWord;
    private readonly Dictionary<ulong, TitleEntry[]> _byTwoWords;
    private readonly Dictionary<int, int> _bearers;

    public NameIndex(FormTable forms, LexemeKinds[] kinds, List<PersonEntry> persons, List<TitleEntry> titles)
    {
        Forms = forms;
        _kinds = kinds;
        _byGivenAndSurname = Group(persons.Where(p => !p.Given.IsEmpty), p => Pair(p.Given[^1], p.Surname[^1]));
        HasInitialed = persons.Exists(p => p.Given.IsEmpty);
        _bySurname = Group(persons, p => p.Surname[^1]);
        _byWord = Group(titles.Where(t => t.Words.Length == 1), t => t.Words[0]);
        _byTwoWords = Group(titles.Where(t => t.Words.Length > 1), t => Pair(t.Words[t.Anchor], t.Words[t.Anchor + 1]));
        _bearers = Group(persons, p => p.Family).ToDictionary(g => g.Key, g => g.Value.Select(p => p.Entity.Id).Distinct(StringComparer.Ordinal).Count());
    }

    public FormTable Forms { get; }

    /// <summary>Whether of some persons the register gives no more than surname and initials.</summary>
    public bool HasInitialed { get; }

    public LexemeKinds KindsOf(int lexeme) => _kinds[lexeme];

    public PersonEntry[] Persons(int given, int surname) => _byGivenAndSurname.GetValueOrDefault(Pair(given, surname), Nobody);

    public PersonEntry[] Persons(int surname) => _bySurname.GetValueOrDefault(surname, Nobody);

    public TitleEntry[] Titles(int word) => _byWord.GetValueOrDefault(word, Nothing);

    /// <summary>The titles whose anchor and the word behind it are these.</summary>
    public TitleEntry[] Titles(int first, int second) => _byTwoWords.GetValueOrDefault(Pair(first, second), Nothing);

    public IEnumerable<PersonEntry> AllPersons => _bySurname.Values.SelectMany(persons => persons);

    public IEnumerable<TitleEntry> AllTitles => _byWord.Values.Concat(_byTwoWords.Values).SelectMany(titles => titles);

    /// <summary>How many titles each pair of words leads to.</summary>
    internal IEnumerable<int> TitleCounts => _byTwoWords.Values.Select(titles => titles.Length);

    /// <summary>How many registered persons bear a surname, in its man's or woman's form.</summary>
    public int Bearers(int family) => _bearers.GetValueOrDefault(family);

    private static ulong Pair(int first, int second) => (ulong)(uint)first << 32 | (uint)second;

    private static Dictionary<TKey, T[]> Group<TKey, T>(IEnumerable<T> items, Func<T, TKey> key) where TKey : notnull =>
        items.GroupBy(key).ToDictionary(g => g.Key, g => g.ToArray());
}
