using System.Collections.Immutable;
using System.Text;

namespace LabelService.Engine.Matching;

/// <summary>
/// A stretch of text as a line of tokens, each in angle brackets: folded words, the punctuation that bounds a name, and age marks as
/// <c>#18+</c>. Wordings are compared on it, and <see cref="Places"/> leads from a token back to the text.
/// </summary>
internal sealed record TokenLine(string Line, ImmutableArray<int> LineStarts, ImmutableArray<(int Start, int End)> Places)
{
    /// <summary>Longest stretch that is looked at; a notice stands in a paragraph, not in a book without line breaks.</summary>
    public const int MaxLength = 20_000;

    private const string Kept = ",;:()*!?|/";

    public static TokenLine Of(string text, int start, int end)
    {
        end = Math.Min(end, start + MaxLength);
        var line = new StringBuilder((end - start) * 5 / 4);
        var starts = ImmutableArray.CreateBuilder<int>();
        var places = ImmutableArray.CreateBuilder<(int, int)>();
        var i = start;
        while (i < end)
        {
            var next = TokenEnd(text, i, end, out var token);
            if (token is not null)
            {
                starts.Add(line.Length);
                places.Add((i, next));
                line.Append('<').Append(token).Append('>');
            }

            i = next;
        }

        return new TokenLine(line.ToString(), starts.ToImmutable(), places.ToImmutable());
    }

    /// <summary>Where in the text the tokens stand that begin at <paramref name="lineStart"/> and end before <paramref name="lineEnd"/>.</summary>
    public (int Start, int End) Place(int lineStart, int lineEnd)
    {
        var first = LineStarts.BinarySearch(lineStart);
        var last = LineStarts.BinarySearch(lineEnd);
        last = last < 0 ? ~last - 1 : last - 1;
        return (Places[first].Start, Places[last].End);
    }

    private static int TokenEnd(string text, int i, int end, out string? token)
    {
        var c = text[i];
        if (Letters.Fold(c) > Letters.Ignorable)
        {
            return WordEnd(text, i, end, out token);
        }

        token = Kept.Contains(c, StringComparison.Ordinal) ? c.ToString()
            : c is '\n' or '…' || (c == '.' && EndsSentence(text, i, end)) ? "."
            : null;
        return i + 1;
    }

    private static int WordEnd(string text, int i, int end, out string? token)
    {
        var next = i;
        while (next < end && Letters.Fold(text[next]) != Letters.Separator)
        {
            next++;
        }

        var folded = WordScanner.Fold(text.AsSpan(i, next - i));
        if (next < end && text[next] == '+' && folded.Length <= 2 && char.IsAsciiDigit(folded[0]))
        {
            token = $"#{folded}+";
            return next + 1;
        }

        token = folded;
        return next;
    }

    private static bool EndsSentence(string text, int i, int end) =>
        i + 1 >= end || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '»' or '”' or ')' or ']';
}
