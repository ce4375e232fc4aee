using System.Numerics;

namespace LabelService.Engine.Reading;

/// <summary>
/// A cheap guess at the language of a text: by its most frequent function words and by letters that only one language has.
/// It looks at no more than 2,000 UTF-16 code units, and says nothing where it is unsure.
/// </summary>
internal static class LanguageGuess
{
    private const int Sample = 2_000;

    /// <summary>A lead this large after this many marks will not turn any more.</summary>
    private const int ClearLead = 12;

    /// <summary>Marks of a language below which a text is too short to tell.</summary>
    private const int FewestMarks = 2;

    private const int LongestWord = 12;

    /// <returns>A BCP 47 language; null when unsure.</returns>
    public static string? Of(ReadOnlySpan<char> text)
    {
        text = text.Length > Sample ? text[..Sample] : text;
        Span<int> marks = stackalloc int[LanguageMarks.Languages.Length];
        Span<char> word = stackalloc char[LongestWord];
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var length = 0;
            for (; i < text.Length && char.IsLetter(text[i]); i++, length++)
            {
                var letter = char.ToLowerInvariant(text[i]);
                Count(LanguageMarks.OfLetter(letter), marks);
                if (length < LongestWord)
                {
                    word[length] = letter;
                }
            }

            if (length <= LongestWord && Count(LanguageMarks.OfWord(word[..length]), marks) && Lead(marks) >= ClearLead)
            {
                break;
            }
        }

        return Best(marks);
    }

    private static bool Count(uint languages, Span<int> marks)
    {
        for (var rest = languages; rest != 0; rest &= rest - 1)
        {
            marks[BitOperations.TrailingZeroCount(rest)]++;
        }

        return languages != 0;
    }

    private static int Lead(ReadOnlySpan<int> marks)
    {
        var (first, second) = TopTwo(marks);
        return marks[first] - second;
    }

    private static string? Best(ReadOnlySpan<int> marks)
    {
        var (first, second) = TopTwo(marks);
        var isClear = marks[first] >= FewestMarks && marks[first] * 4 >= second * 5 && marks[first] > second;
        return isClear ? LanguageMarks.Languages[first] : null;
    }

    private static (int First, int Second) TopTwo(ReadOnlySpan<int> marks)
    {
        var (first, second) = (0, 0);
        for (var i = 1; i < marks.Length; i++)
        {
            if (marks[i] > marks[first])
            {
                second = marks[first];
                first = i;
            }
            else if (marks[i] > second)
            {
                second = marks[i];
            }
        }

        return (first, second);
    }
}
