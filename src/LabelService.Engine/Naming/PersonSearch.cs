using System.Collections.Immutable;
using LabelService.Engine.Matching;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>Looks around one surname for the given name, patronymic or initials that make it somebody's, or somebody else's.</summary>
internal readonly ref struct PersonSearch(NameSearch search, int at, FormEntry surname)
{
    /// <summary>Parts that a double surname or given name may have.</summary>
    private const int MostParts = 3;

    /// <summary>Bearers of one surname that a surname alone is tried for.</summary>
    private const int MostBearers = 8;

    private readonly NameSearch _search = search;
    private readonly int _at = at;
    private readonly FormEntry _surname = surname;

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
                found |= Given(given, parts, _at, given - 1);
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
    private bool Given(int given, int parts, int end, int before)
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

    /// <summary>«Фамилия Имя Отчество».</summary>
    private bool GivenBehind()
    {
        var found = false;
        for (var parts = 1; parts <= MostParts && _at + parts < _search.Words.Length; parts++)
        {
            var given = _at + parts;
            if (parts == 1 ? !Gaps.JoinsPerson(_search.Gap(_at)) : !Gaps.JoinsParts(_search.Gap(given - 1)))
            {
                break;
            }

            foreach (ref readonly var form in _search.Index.Forms.Of(_search.Words[given].Hash))
            {
                foreach (var person in Agreeing(form, 0))
                {
                    if (person.Given.Length == parts && PartsEndAt(person.Given, given) && PartsEndAt(person.Surname, _at))
                    {
                        found |= Behind(person, given);
                    }
                }
            }
        }

        return found;
    }

    private bool Behind(PersonEntry person, int given)
    {
        var first = _at - person.Surname.Length + 1;
        var next = given + 1;
        if (next < _search.Words.Length && Gaps.JoinsPerson(_search.Gap(given)) && _search.IsCapital(next) && IsSecondName(person, next))
        {
            return Judge(person, next, first, next);
        }

        Add(person, NameKind.GivenAndSurname, first, given);
        return true;
    }

    private bool IsSecondName(PersonEntry person, int word) =>
        (person.Patronymic >= 0 && _search.Index.Forms.CasesOf(_search.Words[word].Hash, person.Patronymic) != 0) || PatronymicShape.Fits(WordAt(word));

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
        var (first, second, start) = InitialsBefore();
        var end = _at;
        if (first == '\0')
        {
            (first, second, end) = InitialsBehind();
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

    private (char First, char Second, int Start) InitialsBefore()
    {
        var nearest = _at;
        while (nearest > 0 && Gaps.JoinsParts(_search.Gap(nearest - 1)))
        {
            nearest--;
        }

        if (nearest == 0 || !IsInitial(nearest - 1))
        {
            return default;
        }

        return nearest > 1 && IsInitial(nearest - 2)
            ? (LetterAt(nearest - 2), LetterAt(nearest - 1), nearest - 2)
            : (LetterAt(nearest - 1), '\0', nearest - 1);
    }

    private (char First, char Second, int End) InitialsBehind()
    {
        if (_at + 1 >= _search.Words.Length || !Gaps.JoinsPerson(_search.Gap(_at)) || !IsDotted(_at + 1))
        {
            return default;
        }

        return _at + 2 < _search.Words.Length && IsDotted(_at + 2) && IsInitial(_at + 1)
            ? (LetterAt(_at + 1), LetterAt(_at + 2), _at + 2)
            : (LetterAt(_at + 1), '\0', _at + 1);
    }

    /// <summary>One capital letter with a full stop, on the line of what it belongs to.</summary>
    private bool IsInitial(int word) => IsDotted(word) && Gaps.JoinsInitial(_search.Gap(word));

    private bool IsDotted(int word) =>
        _search.Words[word] is { Length: 1 } letter && letter.End < _search.Text.Length && _search.Text[letter.End] == '.' && _search.IsCapital(word);

    private char LetterAt(int word) => Letters.Fold(_search.Text[_search.Words[word].Start]);

    private static bool SameLetter(char one, char other) => one == other || Letters.AsCyrillic(one) == Letters.AsCyrillic(other);

    private void Alone()
    {
        if (!_search.IsCapital(_at))
        {
            return;
        }

        if (SurnameWords.Contains(_search.Words[_at].Hash))
        {
            Reject(NameReason.OrdinaryWord);
        }
        else if (OtherName.Stands(_search, _at, Cases()))
        {
            Reject(NameReason.OtherGivenName);
        }
        else
        {
            AddBearers();
        }
    }

    /// <summary>The cases of the word as anybody's surname, a man's or a woman's.</summary>
    private SurnameCases Cases()
    {
        var persons = _search.Index.Persons(_surname.Lexeme);
        if (persons.Length == 0 || persons[0].Counterpart < 0)
        {
            return new SurnameCases(_surname.Cases, _surname.Cases);
        }

        var other = _search.Index.Forms.CasesOf(_search.Words[_at].Hash, persons[0].Counterpart);
        return persons[0].Gender == Gender.Masculine ? new SurnameCases(_surname.Cases, other) : new SurnameCases(other, _surname.Cases);
    }

    private void AddBearers()
    {
        var persons = _search.Index.Persons(_surname.Lexeme);
        for (var i = 0; i < Math.Min(persons.Length, MostBearers); i++)
        {
            // A Latin spelling of a Russian surname is as often a company's name.
            if (PartsEndAt(persons[i].Surname, _at) && (persons[i].IsLatin || (_surname.Cases & CaseBits.AnyCase) != 0))
            {
                var reason = _search.Index.Bearers(persons[i].Family) > 1 ? NameReason.SharedSurname : NameReason.SurnameOnly;
                Add(persons[i], NameKind.Surname, _at - persons[i].Surname.Length + 1, _at, reason);
            }
        }
    }

    private void Reject(NameReason reason)
    {
        var persons = _search.Index.Persons(_surname.Lexeme);
        for (var i = 0; i < Math.Min(persons.Length, MostBearers); i++)
        {
            Add(persons[i], NameKind.Surname, _at, _at, reason);
        }
    }

    private void Add(PersonEntry person, NameKind kind, int first, int last, NameReason? because = null)
    {
        var search = _search;
        var reason = search.IsTied(first, last) ? NameReason.LongerWord : because ?? Reason(person, kind, first, last);
        search.Hits.Add(new NameHit(
            person.Entity, kind, search.Words[first].Start, End(last), first, last, reason, search.IsDisguised(first, last)));
    }

    /// <summary>An initial behind a surname ends with its full stop.</summary>
    private int End(int last)
    {
        var end = _search.Words[last].End;
        return last > _at && _search.Words[last].Length == 1 && end < _search.Text.Length && _search.Text[end] == '.' ? end + 1 : end;
    }

    private NameReason Reason(PersonEntry person, NameKind kind, int first, int last)
    {
        if (_search.IsDisguised(first, last))
        {
            return NameReason.Disguised;
        }

        for (var i = first; i <= last; i++)
        {
            if (!_search.IsCapital(i))
            {
                return NameReason.SmallLetters;
            }
        }

        return kind switch
        {
            NameKind.Registered => NameReason.AsRegistered,
            NameKind.GivenAndSurname when person.IsAlias => NameReason.KnownAlias,
            NameKind.Initials => NameReason.InitialsOnly,
            _ when person.IsRare && _search.Index.Bearers(person.Family) == 1 => NameReason.RareName,
            _ => NameReason.SharedName,
        };
    }

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
