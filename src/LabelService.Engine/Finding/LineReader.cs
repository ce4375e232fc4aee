using LabelService.Engine.Matching;

namespace LabelService.Engine.Finding;

/// <summary>Reads the short lines around an article: whether a line opens with a label, and what stands behind it.</summary>
internal static class LineReader
{
    private const string Opening = " \u00A0\u200B\uFEFF([«\"“„*•·—–-|>";

    /// <summary>Where the value begins behind one of the labels and a colon or dash, or -1.</summary>
    public static int BehindLabel(ReadOnlySpan<char> line, IEnumerable<string> labels)
    {
        var start = Start(line);
        foreach (var label in labels)
        {
            var end = Prefix(line, start, label);
            if (end < 0)
            {
                continue;
            }

            var at = SkipBlank(line, end);
            if (at < line.Length && line[at] is ':' or '—' or '–' or '-' or '：')
            {
                return SkipBlank(line, at + 1);
            }
        }

        return -1;
    }

    /// <summary>Where the value begins behind one of the phrases and a blank, or -1.</summary>
    public static int BehindPhrase(ReadOnlySpan<char> line, IEnumerable<string> phrases)
    {
        var start = Start(line);
        foreach (var phrase in phrases)
        {
            var end = Prefix(line, start, phrase);
            if (end > 0 && end < line.Length && IsBlank(line[end]))
            {
                return SkipBlank(line, end);
            }
        }

        return -1;
    }

    public static bool BeginsWithAny(ReadOnlySpan<char> line, IEnumerable<string> heads)
    {
        var start = Start(line);
        foreach (var head in heads)
        {
            var end = Prefix(line, start, head);
            if (end > 0 && (end == line.Length || Letters.Fold(line[end]) <= Letters.Ignorable))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A value without the marks around it: brackets, quotes at both ends, a full stop.</summary>
    public static (int Start, int End) Trim(ReadOnlySpan<char> line, int start, int end)
    {
        while (end > start && (IsBlank(line[end - 1]) || line[end - 1] is '.' or ',' or ';' || (line[end - 1] is ')' or ']' && !line[start..end].ContainsAny('(', '['))))
        {
            end--;
        }

        while (start < end && (IsBlank(line[start]) || line[start] is ':' or '—' or '–'))
        {
            start++;
        }

        var quoted = end - start > 2 && line[start] is '«' or '"' or '“' or '„' && line[end - 1] is '»' or '"' or '”' or '“'
            && line[(start + 1)..(end - 1)].IndexOfAny("«»\"“”") < 0;
        return quoted ? (start + 1, end - 1) : (start, end);
    }

    public static bool SameText(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        using var left = WordScanner.Scan(a);
        using var right = WordScanner.Scan(b);
        if (left.Count != right.Count || left.Count == 0)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (left.Span[i].Hash != right.Span[i].Hash)
            {
                return false;
            }
        }

        return true;
    }

    private static int Start(ReadOnlySpan<char> line)
    {
        var start = 0;
        while (start < line.Length && Opening.Contains(line[start]))
        {
            start++;
        }

        return start;
    }

    private static int Prefix(ReadOnlySpan<char> line, int start, string label)
    {
        var at = start;
        foreach (var expected in label)
        {
            // Folding takes letters only; a blank in a label stands for one blank of any kind.
            while (at < line.Length && Letters.Fold(line[at]) == Letters.Ignorable)
            {
                at++;
            }

            if (at >= line.Length || (expected == ' ' ? !IsBlank(line[at]) : Letters.Fold(line[at]) != expected && line[at] != expected))
            {
                return -1;
            }

            at++;
        }

        return at;
    }

    private static int SkipBlank(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && IsBlank(line[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\u200B';
}
