using System.Buffers;

namespace LabelService.Engine.Reading;

/// <summary>What is nothing to see at the edge of a block: white space of any kind, and characters without width.</summary>
internal static class Blanks
{
    private const string Characters =
        "\t\n\v\f\r \u0085\u00A0\u00AD\u1680\u180E\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A"
        + "\u200B\u200C\u200D\u200E\u200F\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF";

    private static readonly SearchValues<char> Set = SearchValues.Create(Characters);

    public static bool Contains(char c) => c <= ' ' ? c is ' ' or (>= '\t' and <= '\r') : c >= '\u0085' && Set.Contains(c);

    /// <summary>How many blank characters the text begins with.</summary>
    public static int AtStart(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && Contains(text[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>How much of the text is left without the blank characters that it ends with.</summary>
    public static int WithoutEnd(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        while (length > 0 && Contains(text[length - 1]))
        {
            length--;
        }

        return length;
    }
}
