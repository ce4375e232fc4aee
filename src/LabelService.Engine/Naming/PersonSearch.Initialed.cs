namespace LabelService.Engine.Naming;

/// <summary>Names in full of persons of whom the register gives the initials alone.</summary>
internal readonly ref partial struct PersonSearch
{
    private bool Initialed()
    {
        var (given, patronymic) = FullNames();
        var found = false;
        foreach (var person in given < 0 ? [] : _search.Index.Persons(_surname.Lexeme))
        {
            if (person.Given.IsEmpty && Begins(person.GivenInitial, given) && (patronymic < 0 || !person.PatronymicInitial.IsKnown || Begins(person.PatronymicInitial, patronymic)))
            {
                Add(person, NameKind.Initials, Math.Min(given, _at), Math.Max(Math.Max(given, patronymic), _at));
                found = true;
            }
        }

        return found;
    }

    /// <summary>The given name and the patronymic on either side of the surname; -1 where there is none.</summary>
    private (int Given, int Patronymic) FullNames()
    {
        var cases = Cases();
        if (NameRow.IsPreceded(_search, _at) && OtherName.IsName(_search, _at - 1, cases))
        {
            return !OtherName.IsPatronymic(_search, _at - 1) ? (_at - 1, -1) : NameRow.IsPreceded(_search, _at - 1) ? (_at - 2, _at - 1) : (-1, -1);
        }

        if (!NameRow.IsFollowed(_search, _at) || !OtherName.IsName(_search, _at + 1, cases) || OtherName.IsPatronymic(_search, _at + 1))
        {
            return (-1, -1);
        }

        return (_at + 1, NameRow.IsFollowed(_search, _at + 1) && OtherName.IsPatronymic(_search, _at + 2) ? _at + 2 : -1);
    }

    private bool Begins(Initial initial, int word) => initial.Fits(Matching.Letters.Fold(_search.Text[_search.Words[word].Start]));
}
