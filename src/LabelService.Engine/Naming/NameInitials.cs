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

    /// <summary>Each initial with each word for which <see cref="Before"/> or <see cref="Behind"/> may read it as the given name's.</summary>
    public static void AddPairs(NameSearch search, List<(char Letter, int Surname)> pairs)
    {
        for (var word = 0; word < search.Words.Length; word++)
        {
            if (!IsDotted(search, word))
            {
                continue;
            }

            if (word > 0 && search.JoinsPerson(word - 1))
            {
                pairs.Add((LetterAt(search, word), word - 1));
            }

            if (word + 1 < search.Words.Length && IsInitial(search, word))
            {
                AddParts(search, word, word + 1, pairs);
                if (word + 2 < search.Words.Length && IsInitial(search, word + 1))
                {
                    AddParts(search, word, word + 2, pairs);
                }
            }
        }
    }

    /// <summary>Whether a word is one capital letter with a full stop behind it.</summary>
    public static bool IsDotted(ReadOnlySpan<char> text, int start, int end) =>
        end - start == 1 && end < text.Length && text[end] == '.' && char.IsUpper(text[start]);

    /// <summary>The parts of a double surname behind initials.</summary>
    private static void AddParts(NameSearch search, int initial, int first, List<(char Letter, int Surname)> pairs)
    {
        pairs.Add((LetterAt(search, initial), first));
        for (var part = first; part + 1 < search.Words.Length && Gaps.JoinsParts(search.Gap(part)); part++)
        {
            pairs.Add((LetterAt(search, initial), part + 1));
        }
    }

    /// <summary>One capital letter with a full stop, on the line of what it belongs to.</summary>
    private static bool IsInitial(NameSearch search, int word) => IsDotted(search, word) && Gaps.JoinsInitial(search.Gap(word));

    private static bool IsDotted(NameSearch search, int word) => IsDotted(search.Text, search.Words[word].Start, search.Words[word].End);

    private static char LetterAt(NameSearch search, int word) => Letters.Fold(search.Text[search.Words[word].Start]);
}
