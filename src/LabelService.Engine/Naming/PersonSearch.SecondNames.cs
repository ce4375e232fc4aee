using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>The words in the place of the patronymic: theirs, another's, further given names, or nothing of a name.</summary>
internal readonly ref partial struct PersonSearch
{
    /// <summary>All that stands there must agree; and as registered is a name only with the patronymic, or where there is none with all given names.</summary>
    private bool Judge(PersonEntry person, int from, int to, int first, int last)
    {
        var (hasPatronymic, further, unknown) = (false, 0, 0);
        for (var word = from; word <= to; word++)
        {
            if (IsPatronymicOf(person, word))
            {
                hasPatronymic = true;
            }
            else if (IsFurtherOf(person, word))
            {
                further++;
            }
            else if (PatronymicShape.Fits(WordAt(word)))
            {
                if (IsAnothers(person, word))
                {
                    Add(person, NameKind.GivenAndSurname, first, last, NameReason.OtherPatronymic);
                    return true;
                }

                unknown++;
            }
            else if (from == to && IsMiddleName(word))
            {
                unknown++;
            }
            else
            {
                return false;
            }
        }

        var isWhole = unknown == 0 && (person.Patronymic >= 0 ? hasPatronymic : further == person.Further.Length);
        Add(person, isWhole ? NameKind.Registered : NameKind.GivenAndSurname, first, last, saysMore: unknown > 0);
        return true;
    }

    private bool IsPatronymicOf(PersonEntry person, int word) =>
        person.Patronymic >= 0 && (_search.Index.Forms.CasesOf(_search.Words[word].Hash, person.Patronymic) & (_surname.Cases | CaseBits.Latin)) != 0;

    private bool IsFurtherOf(PersonEntry person, int word)
    {
        foreach (var further in person.Further)
        {
            if (_search.Index.Forms.CasesOf(_search.Words[word].Hash, further) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Latin letters spell one patronymic in more ways than any table has, but begin it as it begins.</summary>
    private bool IsAnothers(PersonEntry person, int word)
    {
        var start = _search.Text[_search.Words[word].Start];
        return person.Patronymic >= 0 && (!Letters.IsLatin(start) || !person.PatronymicInitial.Fits(Letters.Fold(start)));
    }

    /// <summary>«Карл Хенрик Сванберг»: a word between given name and surname that is written as they are.</summary>
    private bool IsMiddleName(int word) =>
        word < _at && _search.IsCapital(word) == _search.IsCapital(_at) && char.IsUpper(_search.Text[_search.Words[word].Start]) == _search.IsCapital(word - 1)
        && _search.Words[word].Length > 1 && Letters.IsMixed((uint)_search.Words[word].Marks | (uint)_search.Words[_at].Marks) == Letters.IsMixed((uint)_search.Words[_at].Marks);
}
