using System.Collections.Immutable;
using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>Looks around one surname for the given name, patronymic or initials that make it somebody's, or somebody else's.</summary>
internal readonly ref partial struct PersonSearch(NameSearch search, int at, FormEntry surname)
{
    /// <summary>Parts that a double surname or given name may have.</summary>
    private const int MostParts = 3;

    /// <summary>Namesakes that one place is given to: more are no more help to whoever decides, and a text of their name would grow by them.</summary>
    private const int MostBearers = 8;

    private readonly NameSearch _search = search;
    private readonly int _at = at;
    private readonly FormEntry _surname = surname;
    private readonly int _before = search.Hits.Count;

    public void Run()
    {
        if (GivenBefore() | GivenBehind())
        {
            return;
        }

        if (Initials(out var theirs))
        {
            if (!theirs)
            {
                Reject(NameReason.OtherInitials);
            }

            return;
        }

        Alone();
    }

    private bool GivenBefore()
    {
        var found = false;
        for (var parts = 1; parts <= MostParts && _at - parts >= 0; parts++)
        {
            var given = _at - parts;
            if (Gaps.JoinsPerson(_search.Gap(given)))
            {
                found |= Given(given, parts, _at);
                // «Имя Отчество Фамилия»: one word stands between.
                found |= given > 0 && Gaps.JoinsPerson(_search.Gap(given - 1)) && GivenAround(given - 1, given, parts);
            }

            if (parts == MostParts || !Gaps.JoinsParts(_search.Gap(given)))
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Given name directly before the surname.</summary>
    private bool Given(int given, int parts, int end)
    {
        var found = false;
        foreach (ref readonly var form in _search.Index.Forms.Of(_search.Words[given].Hash))
        {
            foreach (var person in Agreeing(form, parts))
            {
                if (PartsEndAt(person.Given, given))
                {
                    Add(person, NameKind.GivenAndSurname, given - person.Given.Length + 1, end);
                    found = true;
                }
            }
        }

        return found;
    }

    private bool GivenAround(int given, int between, int parts)
    {
        var found = false;
        foreach (ref readonly var form in _search.Index.Forms.Of(_search.Words[given].Hash))
        {
            foreach (var person in Agreeing(form, parts))
            {
                if (!PartsEndAt(person.Given, given))
                {
                    continue;
                }

                found |= Judge(person, between, given - person.Given.Length + 1, _at);
            }
        }

        return found;
    }

    /// <summary>A word in the place of the patronymic: theirs, another's, a further given name, or nothing of a name.</summary>
    private bool Judge(PersonEntry person, int second, int first, int last)
    {
        var forms = _search.Index.Forms;
        var hash = _search.Words[second].Hash;
        if (person.Patronymic >= 0 && (forms.CasesOf(hash, person.Patronymic) & (_surname.Cases | CaseBits.Latin)) != 0)
        {
            Add(person, NameKind.Registered, first, last);
            return true;
        }

        foreach (var further in person.Further)
        {
            if (forms.CasesOf(hash, further) != 0)
            {
                Add(person, person.Patronymic >= 0 ? NameKind.GivenAndSurname : NameKind.Registered, first, last);
                return true;
            }
        }

        var isPatronymic = PatronymicShape.Fits(WordAt(second));
        if (!isPatronymic && !IsMiddleName(second))
        {
            return false;
        }

        if (person.Patronymic < 0 || !isPatronymic)
        {
            Add(person, NameKind.GivenAndSurname, first, last);
        }
        else
        {
            Add(person, NameKind.GivenAndSurname, first, last, NameReason.OtherPatronymic);
        }

        return true;
    }

    /// <summary>«Карл Хенрик Сванберг»: a word between given name and surname that is written as they are.</summary>
    private bool IsMiddleName(int word) =>
        word < _at && _search.IsCapital(word) == _search.IsCapital(_at) && char.IsUpper(_search.Text[_search.Words[word].Start]) == _search.IsCapital(word - 1)
        && _search.Words[word].Length > 1 && Letters.IsMixed((uint)_search.Words[word].Marks | (uint)_search.Words[_at].Marks) == Letters.IsMixed((uint)_search.Words[_at].Marks);

    /// <summary>The persons of a given name's form and this surname whose cases agree.</summary>
    private IEnumerable<PersonEntry> Agreeing(FormEntry given, int parts)
    {
        if ((_search.Index.KindsOf(given.Lexeme) & LexemeKinds.Given) == 0 || (given.Cases & _surname.Cases) == 0)
        {
            return [];
        }

        var persons = _search.Index.Persons(given.Lexeme, _surname.Lexeme);
        return persons.Length == 0 || parts == 0 ? persons : Fitting(persons, parts);
    }

    private List<PersonEntry> Fitting(PersonEntry[] persons, int parts)
    {
        var fitting = new List<PersonEntry>(persons.Length);
        foreach (var person in persons)
        {
            if (person.Surname.Length == parts && PartsEndAt(person.Surname, _at))
            {
                fitting.Add(person);
            }
        }

        return fitting;
    }

    private bool Initials(out bool theirs)
    {
        var (first, second, start) = NameInitials.Before(_search, _at);
        var end = _at;
        if (first == '\0')
        {
            (first, second, end) = NameInitials.Behind(_search, _at);
            start = _at;
        }

        theirs = false;
        if (first == '\0')
        {
            return false;
        }

        foreach (var person in _search.Index.Persons(_surname.Lexeme))
        {
            if (SameLetter(person.GivenInitial, first) && (second == '\0' || person.PatronymicInitial == '\0' || SameLetter(person.PatronymicInitial, second))
                && PartsEndAt(person.Surname, _at))
            {
                Add(person, NameKind.Initials, Math.Min(start, _at - person.Surname.Length + 1), end);
                theirs = true;
            }
        }

        return true;
    }

    private static bool SameLetter(char one, char other) => one == other || Letters.AsCyrillic(one) == Letters.AsCyrillic(other);

    private bool PartsEndAt(ImmutableArray<int> parts, int last)
    {
        var first = last - parts.Length + 1;
        if (first < 0)
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if ((i > 0 && !Gaps.JoinsParts(_search.Gap(first + i - 1))) || _search.Index.Forms.CasesOf(_search.Words[first + i].Hash, parts[i]) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<char> WordAt(int word) => _search.Text[_search.Words[word].Start.._search.Words[word].End];
}
