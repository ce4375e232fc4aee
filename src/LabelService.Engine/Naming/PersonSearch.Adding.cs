namespace LabelService.Engine.Naming;

/// <summary>What a find is worth.</summary>
internal readonly ref partial struct PersonSearch
{
    private void Add(PersonEntry person, NameKind kind, int first, int last, NameReason? because = null)
    {
        var search = _search;
        if (kind != NameKind.Registered && search.Hits.Count - _before >= MostBearers)
        {
            return;
        }

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
}
