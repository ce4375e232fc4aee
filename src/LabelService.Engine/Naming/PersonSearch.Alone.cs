using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>The surname without given name or initials.</summary>
internal readonly ref partial struct PersonSearch
{
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
            if (SurnameEndsAt(persons[i]) && (persons[i].IsLatin || (_surname.Cases & CaseBits.AnyCase) != 0))
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
            var first = SurnameEndsAt(persons[i]) ? _at - persons[i].Surname.Length + 1 : _at;
            Add(persons[i], NameKind.Surname, first, _at, reason);
        }
    }
}
