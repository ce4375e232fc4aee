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
}
