namespace LabelService.Engine.Naming;

/// <summary>Whether somebody else's given name or patronymic stands beside a surname.</summary>
internal static class OtherName
{
    public static bool Stands(NameSearch search, int surname, SurnameCases cases)
    {
        var before = surname > 0 && search.IsCapital(surname - 1) && search.JoinsPerson(surname - 1);
        var behind = surname + 1 < search.Words.Length && search.IsCapital(surname + 1) && search.JoinsPerson(surname);
        if (before && (IsName(search, surname - 1, cases) || IsUnknownName(search, surname - 1, cases) || (behind && IsPatronymic(search, surname))))
        {
            return true;
        }

        // «советник Обамы Тони Донилон»: a given name with a surname of its own behind it is somebody else.
        return behind && IsName(search, surname + 1, cases) && !IsFollowedByName(search, surname + 1);
    }

    /// <summary>«Руслан Конашевич Кислицын»: what looks like the surname is the patronymic of somebody else.</summary>
    public static bool IsPatronymic(NameSearch search, int word) => PatronymicShape.Fits(search.Text[search.Words[word].Start..search.Words[word].End]);

    /// <summary>A capitalised word inside a sentence that agrees with the surname as a given name would; no list knows all of them.</summary>
    private static bool IsUnknownName(NameSearch search, int word, SurnameCases cases)
    {
        var start = search.Words[word].Start;
        return search.Words[word].Length > 2 && !StartsSentence(search.Text[..start]) && GivenShape.Agrees(search.Text[start..search.Words[word].End], cases);
    }

    private static bool StartsSentence(ReadOnlySpan<char> before)
    {
        var trimmed = before.TrimEnd(" \u00A0«\"“„(");
        return trimmed.IsEmpty || trimmed[^1] is '.' or '!' or '?' or '…' or ':' or '\n' or '—' or '–' or '•';
    }

    private static bool IsFollowedByName(NameSearch search, int word) =>
        word + 1 < search.Words.Length && search.IsCapital(word + 1) && search.JoinsPerson(word) && !IsPatronymic(search, word + 1);

    /// <summary>A given name that agrees with the surname, or a patronymic.</summary>
    public static bool IsName(NameSearch search, int word, SurnameCases cases)
    {
        var (start, end, hash) = (search.Words[word].Start, search.Words[word].End, search.Words[word].Hash);
        if ((GivenForms.CasesOf(hash) & cases.Any) != 0 || PatronymicShape.Fits(search.Text[start..end]))
        {
            return true;
        }

        foreach (ref readonly var form in search.Index.Forms.Of(hash))
        {
            if ((search.Index.KindsOf(form.Lexeme) & LexemeKinds.Given) != 0 && (form.Cases & cases.Any) != 0)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The cases in which a word can be a man's surname, and those in which it can be a woman's.</summary>
internal readonly record struct SurnameCases(ushort Masculine, ushort Feminine)
{
    public ushort Any => (ushort)(Masculine | Feminine);
}
