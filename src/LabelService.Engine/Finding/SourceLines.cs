namespace LabelService.Engine.Finding;

/// <summary>The line in which an article names where it comes from: "Source: X", «Источник: X», «По материалам X», "Y via X".</summary>
internal static class SourceLines
{
    /// <summary>In UTF-16 units; registered names of organisations run to two hundred.</summary>
    private const int LongestName = 240;

    private static readonly string[] Credits = ["фото", "photo", "иллюстрация", "image", "picture", "video", "видео", "foto"];

    /// <summary>The range of the name in a line, or null where the line names no source.</summary>
    public static (int Start, int End)? Value(ReadOnlySpan<char> line)
    {
        var start = LineReader.BehindLabel(line, LineCues.SourceLabels);
        start = start >= 0 ? start : LineReader.BehindPhrase(line, LineCues.SourcePhrases);
        start = start >= 0 ? start : BehindVia(line);
        start = start >= 0 ? start : BehindSecondSentence(line);
        if (start < 0)
        {
            return null;
        }

        var (from, to) = LineReader.Trim(line, start, line.Length);
        return to > from && to - from <= LongestName && !IsSentence(line[from..to]) ? (from, to) : null;
    }

    /// <summary>"Emma Stone-Grey via The Polar Times": a credit of a few words on both sides.</summary>
    private static int BehindVia(ReadOnlySpan<char> line)
    {
        var via = line.IndexOf(" via ", StringComparison.OrdinalIgnoreCase);
        return via > 0 && line.Length <= 80 && line[^1] != '.' && char.IsUpper(line[0]) && via + 5 < line.Length && char.IsUpper(line[via + 5]) ? via + 5 : -1;
    }

    /// <summary>"Фото: Reuters. Источник: Deutsche Welle": the label after another credit.</summary>
    private static int BehindSecondSentence(ReadOnlySpan<char> line)
    {
        if (!LineReader.BeginsWithAny(line, Credits))
        {
            return -1;
        }

        var stop = line.IndexOf(". ");
        if (stop < 0)
        {
            return -1;
        }

        var value = LineReader.BehindLabel(line[(stop + 2)..], LineCues.SourceLabels);
        return value < 0 ? -1 : stop + 2 + value;
    }

    private static bool IsSentence(ReadOnlySpan<char> value)
    {
        var words = 1 + value.Count(' ');
        return words > 24 || (value.IndexOf(". ") > 0 && words > 8);
    }
}
