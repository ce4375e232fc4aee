using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>Reads the initials on either side of a surname; two at most, the given name's first.</summary>
internal static class NameInitials
{
    public static (char First, char Second, int Start) Before(NameSearch search, int surname)
    {
        var nearest = surname;
        while (nearest > 0 && Gaps.JoinsParts(search.Gap(nearest - 1)))
        {
            nearest--;
        }

        if (nearest == 0 || !IsInitial(search, nearest - 1))
        {
            return default;
        }

        return nearest > 1 && IsInitial(search, nearest - 2)
            ? (LetterAt(search, nearest - 2), LetterAt(search, nearest - 1), nearest - 2)
            : (LetterAt(search, nearest - 1), '\0', nearest - 1);
    }

    public static (char First, char Second, int End) Behind(NameSearch search, int surname)
    {
        if (surname + 1 >= search.Words.Length || !search.JoinsPerson(surname) || !IsDotted(search, surname + 1))
        {
            return default;
        }

        return surname + 2 < search.Words.Length && IsDotted(search, surname + 2) && IsInitial(search, surname + 1)
            ? (LetterAt(search, surname + 1), LetterAt(search, surname + 2), surname + 2)
            : (LetterAt(search, surname + 1), '\0', surname + 1);
    }

    /// <summary>One capital letter with a full stop, on the line of what it belongs to.</summary>
    private static bool IsInitial(NameSearch search, int word) => IsDotted(search, word) && Gaps.JoinsInitial(search.Gap(word));

    private static bool IsDotted(NameSearch search, int word) =>
        search.Words[word] is { Length: 1 } letter && letter.End < search.Text.Length && search.Text[letter.End] == '.' && search.IsCapital(word);

    private static char LetterAt(NameSearch search, int word) => Letters.Fold(search.Text[search.Words[word].Start]);
}
