namespace LabelService.Engine.Naming;

/// <summary>What a find is worth.</summary>
internal readonly ref partial struct PersonSearch
{
    private void Add(PersonEntry person, NameKind kind, int first, int last, NameReason? because = null, bool saysMore = false)
    {
        var search = _search;
        if (kind != NameKind.Registered && search.Hits.Count - _before >= MostBearers)
        {
            return;
        }

        var reason = search.IsTied(first, last) ? NameReason.LongerWord : because ?? Reason(person, kind, first, last, saysMore);
        search.Hits.Add(new NameHit(
            person.Entity, kind, search.Words[first].Start, End(last), first, last, reason, search.IsDisguised(first, last)));
    }

    /// <summary>An initial behind a surname ends with its full stop.</summary>
    private int End(int last)
    {
        var end = _search.Words[last].End;
        return last > _at && _search.Words[last].Length == 1 && end < _search.Text.Length && _search.Text[end] == '.' ? end + 1 : end;
    }

    /// <param name="saysMore">Whether words of the name stand in the text that the register does not give.</param>
    private NameReason Reason(PersonEntry person, NameKind kind, int first, int last, bool saysMore)
    {
        var place = kind == NameKind.Initials ? RowPlace.Own : NameRow.Of(_search, first, _at, last, new SurnameCases(_surname.Cases, _surname.Cases), isFull: kind == NameKind.Registered);
        if (place == RowPlace.Others)
        {
            return NameReason.OtherGivenName;
        }

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

        var reason = ByKind(person, kind);
        return NameReasons.CertaintyOf(reason) != Certainty.Certain ? reason
            : saysMore ? NameReason.SharedName
            : place == RowPlace.Unclear ? NameReason.NamesInRow
            : reason;
    }

    private NameReason ByKind(PersonEntry person, NameKind kind) =>
        kind switch
        {
            NameKind.Registered => NameReason.AsRegistered,
            NameKind.GivenAndSurname when person.IsAlias => NameReason.KnownAlias,
            NameKind.Initials => NameReason.InitialsOnly,
            _ when person.IsRare && _search.Index.Bearers(person.Family) == 1 => NameReason.RareName,
            _ => NameReason.SharedName,
        };
}
