using System.Buffers;

namespace LabelService.Engine.Naming;

/// <summary>Whether a line of plain text ends only because it was full, so that a name may go on in the next; lines of a list are not.</summary>
internal static class WrappedLine
{
    /// <summary>In UTF-16 units: what wraps texts leaves longer lines. A shorter one is a line of a list unless there is more in it than names.</summary>
    private const int Shortest = 40;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029");

    /// <summary>A line is full where the word that opens the next one would have made it the longer of the two.</summary>
    /// <param name="end">Behind the last word of the line.</param>
    /// <param name="wordLength">Of the first word of the next line.</param>
    public static bool EndsAt(ReadOnlySpan<char> text, int end, int wordLength)
    {
        var line = text[(text[..end].LastIndexOfAny(LineEnds) + 1)..end];
        var next = text[end..].TrimStart();
        var nextEnd = next.IndexOfAny(LineEnds);
        next = nextEnd < 0 ? next : next[..nextEnd];
        return line.Length + 1 + wordLength > next.Length && (line.Length >= Shortest || (HasSmallWord(line) && HasSmallWord(next)));
    }

    private static bool HasSmallWord(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsLower(line[i]) && (i == 0 || line[i - 1] is ' ' or '\u00A0'))
            {
                return true;
            }
        }

        return false;
    }
}
