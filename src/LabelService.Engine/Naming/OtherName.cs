namespace LabelService.Engine.Naming;

/// <summary>Whether somebody else's given name or patronymic stands beside a surname.</summary>
internal static class OtherName
{
    public static bool Stands(NameSearch search, int surname, ushort cases)
    {
        if (surname > 0 && search.IsCapital(surname - 1) && Gaps.JoinsPerson(search.Gap(surname - 1)) && IsName(search, surname - 1, cases))
        {
            return true;
        }

        return surname + 1 < search.Words.Length && search.IsCapital(surname + 1) && Gaps.JoinsPerson(search.Gap(surname)) && IsName(search, surname + 1, cases);
    }

    private static bool IsName(NameSearch search, int word, ushort cases)
    {
        var (start, end, hash) = (search.Words[word].Start, search.Words[word].End, search.Words[word].Hash);
        if ((GivenForms.CasesOf(hash) & cases) != 0 || PatronymicShape.Fits(search.Text[start..end]))
        {
            return true;
        }

        foreach (ref readonly var form in search.Index.Forms.Of(hash))
        {
            if ((search.Index.KindsOf(form.Lexeme) & LexemeKinds.Given) != 0 && (form.Cases & cases) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
