using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>What stands between two words of a text, and whether a name can go on across it.</summary>
internal static class Gaps
{
    private const int Longest = 8;

    /// <summary>Letters before a full stop that abbreviates rather than ends a sentence: «им. Лугового».</summary>
    private const int LongestAbbreviation = 2;
    private const string Quotes = "«»\"“”„‟'’‘`";

    /// <summary>Between given name and surname: blanks of any kind, at most one line end, an underscore in a tag.</summary>
    /// <param name="lines">The line ends in the gap.</param>
    public static bool JoinsPerson(ReadOnlySpan<char> gap, out int lines)
    {
        lines = 0;
        if (gap.Length is 0 or > Longest)
        {
            return gap.Length == 0;
        }

        foreach (var c in gap)
        {
            lines += c is '\n' or '\u2028' or '\u2029' ? 1 : 0;
            if (!char.IsWhiteSpace(c) && c != '_' && Letters.Fold(c) != Letters.Ignorable)
            {
                return false;
            }
        }

        return lines < 2;
    }

    /// <summary>Between the parts of a double surname: one dash or apostrophe and nothing else.</summary>
    public static bool JoinsParts(ReadOnlySpan<char> gap) => gap.Length == 1 && (Letters.IsDash(gap[0]) || gap[0] is '\'' or '’' or 'ʼ');

    /// <summary>Between initials and surname: a full stop, blanks.</summary>
    public static bool JoinsInitial(ReadOnlySpan<char> gap)
    {
        if (gap.Length is 0 or > Longest || gap[0] != '.')
        {
            return false;
        }

        foreach (var c in gap[1..])
        {
            if (!char.IsWhiteSpace(c) || c is '\n' or '\u2028' or '\u2029')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Between the words of a title: blanks, quotes, dashes; not the end of a sentence, a list or a paragraph.</summary>
    public static bool JoinsTitle(ReadOnlySpan<char> gap, int lengthBefore)
    {
        if (gap.Length is 0 or > Longest)
        {
            return gap.Length == 0;
        }

        var lines = 0;
        for (var i = 0; i < gap.Length; i++)
        {
            var c = gap[i];
            lines += c is '\n' or '\u2028' or '\u2029' ? 1 : 0;
            var endsSentence = c == '.' && i + 1 < gap.Length && lengthBefore > LongestAbbreviation;
            if (lines > 1 || endsSentence || (!char.IsWhiteSpace(c) && !IsInside(c)))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsQuote(char c) => Quotes.Contains(c, StringComparison.Ordinal);

    private static bool IsInside(char c) => c is '.' or '/' or '&' or '+' or '_' or '#' || Letters.IsDash(c) || IsQuote(c) || Letters.Fold(c) == Letters.Ignorable;
}
