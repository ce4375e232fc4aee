using System.Collections.Immutable;
using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>Looks around one surname for the given name, patronymic or initials that make it somebody's, or somebody else's.</summary>
internal readonly ref partial struct PersonSearch(NameSearch search, int at, FormEntry surname)
{
    /// <summary>Parts that a double surname or given name may have.</summary>
    private const int MostParts = 3;

    /// <summary>Names that may stand between given name and surname: «Карл Хенрик Олаф Удман».</summary>
    private const int MostSecondNames = 3;

    /// <summary>Namesakes that one place is given to: more are no more help to whoever decides, and a text of their name would grow by them.</summary>
    private const int MostBearers = 8;

    private readonly NameSearch _search = search;
    private readonly int _at = at;
    private readonly FormEntry _surname = surname;
    private readonly int _before = search.Hits.Count;

    public void Run()
    {
        if (GivenBefore() | GivenBehind() || MiddleInitial() || (_search.Index.HasInitialed && Initialed()))
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
            if (_search.JoinsPerson(given))
            {
                found |= Given(given, parts, _at);
                found |= AroundSecondNames(given, parts);
            }

            if (!Gaps.JoinsParts(_search.Gap(given)) && !_search.JoinsPerson(given))
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

    /// <summary>«Имя Отчество Фамилия»: the patronymic or further given names stand between.</summary>
    private bool AroundSecondNames(int last, int parts)
    {
        var found = false;
        for (var given = last - 1; given >= 0 && last - given <= MostSecondNames && _search.JoinsPerson(given); given--)
        {
            found |= GivenAround(given, last, parts);
        }

        return found;
    }

    private bool GivenAround(int given, int lastSecond, int parts)
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

                found |= Judge(person, given + 1, lastSecond, given - person.Given.Length + 1, _at);
            }
        }

        return found;
    }

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
            if (person.Surname.Length == parts && SurnameEndsAt(person))
            {
                fitting.Add(person);
            }
        }

        return fitting;
    }

    private bool SurnameEndsAt(PersonEntry person) => PartsEndAt(person.Surname, _at, person.HasSpacedSurname);

    /// <param name="spaced">Whether blanks stand between them, not hyphens.</param>
    private bool PartsEndAt(ImmutableArray<int> parts, int last, bool spaced = false)
    {
        var first = last - parts.Length + 1;
        if (first < 0)
        {
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if ((i > 0 && !(spaced ? _search.JoinsPerson(first + i - 1) : Gaps.JoinsParts(_search.Gap(first + i - 1)))) || _search.Index.Forms.CasesOf(_search.Words[first + i].Hash, parts[i]) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<char> WordAt(int word) => _search.Text[_search.Words[word].Start.._search.Words[word].End];
}
