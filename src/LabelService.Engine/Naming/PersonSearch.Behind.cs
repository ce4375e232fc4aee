namespace LabelService.Engine.Naming;

/// <summary>The given name behind the surname.</summary>
internal readonly ref partial struct PersonSearch
{
    /// <summary>«Фамилия Имя Отчество».</summary>
    private bool GivenBehind()
    {
        var found = false;
        for (var parts = 1; parts <= MostParts && _at + parts < _search.Words.Length; parts++)
        {
            var given = _at + parts;
            if (parts == 1 ? !_search.JoinsPerson(_at) && !IsInverted() : !Gaps.JoinsParts(_search.Gap(given - 1)))
            {
                break;
            }

            foreach (ref readonly var form in _search.Index.Forms.Of(_search.Words[given].Hash))
            {
                foreach (var person in Agreeing(form, 0))
                {
                    if (person.Given.Length == parts && PartsEndAt(person.Given, given) && SurnameEndsAt(person))
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
        var last = given;
        while (last - given < MostSecondNames && NameRow.IsFollowed(_search, last) && IsSecondName(person, last + 1))
        {
            last++;
        }

        if (IsInverted() && (last == given || NameRow.IsFollowed(_search, last) || !IsPatronymicOf(person, last)))
        {
            return false;
        }

        if (last > given)
        {
            return Judge(person, given + 1, last, first, last);
        }

        Add(person, NameKind.GivenAndSurname, first, given);
        return true;
    }

    private bool IsSecondName(PersonEntry person, int word) =>
        IsFurtherOf(person, word) || (person.Patronymic >= 0 && _search.Index.Forms.CasesOf(_search.Words[word].Hash, person.Patronymic) != 0) || PatronymicShape.Fits(WordAt(word));

    /// <summary>«Травкин, Пётр Ильич», as catalogues write; a comma parts names elsewhere, so nothing less than the full name counts behind it.</summary>
    private bool IsInverted() => _search.Gap(_at) is ", " or ",\u00A0";
}
