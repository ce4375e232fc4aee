namespace LabelService.Engine.Naming;

/// <summary>Initials in the place of the given name or the patronymic.</summary>
internal readonly ref partial struct PersonSearch
{
    /// <summary>«Пётр И. Травкин»: the given name in full, of the patronymic the first letter.</summary>
    private bool MiddleInitial()
    {
        var (letter, second, at) = NameInitials.Before(_search, _at);
        if (letter == '\0' || second != '\0' || at == 0 || !_search.JoinsPerson(at - 1))
        {
            return false;
        }

        var found = false;
        foreach (ref readonly var form in _search.Index.Forms.Of(_search.Words[at - 1].Hash))
        {
            foreach (var person in Agreeing(form, 0))
            {
                if (PartsEndAt(person.Given, at - 1) && SurnameEndsAt(person) && _at - person.Surname.Length == at)
                {
                    AddByMiddleInitial(person, letter, at - person.Given.Length);
                    found = true;
                }
            }
        }

        return found;
    }

    private void AddByMiddleInitial(PersonEntry person, char letter, int first)
    {
        if (!person.PatronymicInitial.IsKnown)
        {
            Add(person, NameKind.GivenAndSurname, first, _at, saysMore: true);
        }
        else if (!person.PatronymicInitial.Fits(letter))
        {
            Add(person, NameKind.GivenAndSurname, first, _at, NameReason.OtherPatronymic);
        }
        else
        {
            // One letter is less than the name: of the commonest surnames too many share it.
            Add(person, NameKind.Registered, first, _at, saysMore: person.IsCommon);
        }
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
            if (person.GivenInitial.Fits(first) && (second == '\0' || !person.PatronymicInitial.IsKnown || person.PatronymicInitial.Fits(second))
                && SurnameEndsAt(person))
            {
                Add(person, NameKind.Initials, Math.Min(start, _at - person.Surname.Length + 1), end);
                theirs = true;
            }
        }

        return true;
    }
}
