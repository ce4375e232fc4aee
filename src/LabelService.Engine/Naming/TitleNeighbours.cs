namespace LabelService.Engine.Naming;

/// <summary>Whether the words beside a title of ordinary words make one longer name with it: «Голос Америки», «Свобода слова», «Новый Голос».</summary>
internal readonly ref struct TitleNeighbours(NameSearch search, int first, int last)
{
    private static readonly string[] AdjectiveEndings = ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ую", "юю", "ей", "ом", "ем", "ых", "их"];

    private const int ShortestAdjective = 4;

    private readonly NameSearch _search = search;
    private readonly int _first = first;
    private readonly int _last = last;

    public bool AreOneName() => GoesOn() || BeginsBefore();

    private bool GoesOn()
    {
        var next = _last + 1;
        if (next >= _search.Words.Length || !IsBlank(_search.Gap(_last)))
        {
            return false;
        }

        return _search.IsCapital(next)
            ? !IsShouted(next) && GivenForms.CasesOf(_search.Words[next].Hash) == 0 && !IsSubject(next)
            : _first == _last && OrdinaryWords.IsGenitive(_search.Words[next].Hash);
    }

    /// <summary>«На телеканале Дождь Травкин сказал»: behind a title that its class word closes, what is no genitive is a name of its own.</summary>
    private bool IsSubject(int next)
    {
        var hasClass = TitlePlace.IsClassWord(WordAt(_first)) || TitlePlace.FollowsClassWord(_search.Text, _search.Words[_first].Start);
        var word = WordAt(next);
        return hasClass && Matching.Letters.IsCyrillic(word[^1]) && !"аеёиоуыэюяйьх".Contains(word[^1], StringComparison.Ordinal);
    }

    private ReadOnlySpan<char> WordAt(int word) => _search.Text[_search.Words[word].Start.._search.Words[word].End];

    /// <summary>A capital inside the sentence before the title: an adjective, or any word of a language without endings.</summary>
    private bool BeginsBefore()
    {
        var before = _first - 1;
        if (before < 0 || !IsBlank(_search.Gap(before)))
        {
            return false;
        }

        if (_first == _last && OrdinaryWords.IsCalledAfter(_search.Words[before].Hash))
        {
            return true;
        }

        if (!_search.IsCapital(before) || IsShouted(before) || TitlePlace.OpensSentence(_search.Text, _search.Words[before].Start))
        {
            return false;
        }

        var word = WordAt(before);
        return word.Length >= ShortestAdjective && (_search.Words[before].Has(Matching.LetterMarks.Latin)
            ? !TitlePlace.FollowsClassWord(_search.Text, _search.Words[_first].Start) && GivenForms.CasesOf(_search.Words[before].Hash) == 0
            : IsAdjective(word));
    }

    private static bool IsAdjective(ReadOnlySpan<char> word)
    {
        foreach (var ending in AdjectiveEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word in capitals is an acronym or stands in a heading of capitals; neither lengthens a name.</summary>
    private bool IsShouted(int word)
    {
        var letters = WordAt(word);
        return letters.Length > 1 && char.IsUpper(letters[^1]);
    }

    private static bool IsBlank(ReadOnlySpan<char> gap) => gap.Length == 1 && gap[0] is ' ' or '\u00A0';
}
