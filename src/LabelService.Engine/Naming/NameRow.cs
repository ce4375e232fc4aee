namespace LabelService.Engine.Naming;

/// <summary>Whose a name is that stands in a row of names without commas, as in lists: «Лунин Пётр Ильич Травкин Олег Лукич».</summary>
internal static class NameRow
{
    /// <param name="cases">Those of the surname as the one found bears it: «адвокат Петра Травкина Олег Лунин» is no row of names in one case.</param>
    /// <param name="last">Equal to <paramref name="surname"/> where the surname ends the name; else it begins it.</param>
    /// <param name="isFull">Whether the patronymic stands in the name.</param>
    public static RowPlace Of(NameSearch search, int first, int surname, int last, SurnameCases cases, bool isFull) =>
        last == surname ? OfSurnameLast(search, first, last, cases) : OfSurnameFirst(search, first, last, cases, isFull);

    /// <summary>The surname may be that of the name behind it; then the given name has its own surname before it.</summary>
    private static RowPlace OfSurnameLast(NameSearch search, int first, int last, SurnameCases cases)
    {
        if (!IsFollowed(search, last) || !OtherName.IsName(search, last + 1, cases) || OtherName.IsPatronymic(search, last + 1))
        {
            return RowPlace.Own;
        }

        var isFull = IsFollowed(search, last + 1) && OtherName.IsPatronymic(search, last + 2);
        var isLast = isFull && !IsFollowed(search, last + 2);
        return IsPreceded(search, first) ? isLast ? RowPlace.Others : RowPlace.Unclear
            : isLast ? RowPlace.Unclear : RowPlace.Own;
    }

    /// <summary>The surname may be that of the name before it, and the given name that of a surname behind it.</summary>
    private static RowPlace OfSurnameFirst(NameSearch search, int first, int last, SurnameCases cases, bool isFull)
    {
        var goesOn = IsFollowed(search, last);
        if (!IsPreceded(search, first) || !OtherName.IsName(search, first - 1, cases))
        {
            return goesOn && !isFull ? RowPlace.Unclear : RowPlace.Own;
        }

        if (goesOn)
        {
            return isFull ? RowPlace.Unclear : RowPlace.Others;
        }

        var given = OtherName.IsPatronymic(search, first - 1) && IsPreceded(search, first - 1) ? first - 2 : first - 1;
        return IsPreceded(search, given) ? RowPlace.Own : RowPlace.Unclear;
    }

    public static bool IsFollowed(NameSearch search, int word) => word + 1 < search.Words.Length && search.IsCapital(word + 1) && search.JoinsPerson(word);

    public static bool IsPreceded(NameSearch search, int word) => word > 0 && search.IsCapital(word - 1) && search.JoinsPerson(word - 1);
}

/// <summary>Whether the words of a name in a row belong together.</summary>
internal enum RowPlace { Own, Unclear, Others }
