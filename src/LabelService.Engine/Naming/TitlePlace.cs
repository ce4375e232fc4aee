namespace LabelService.Engine.Naming;

/// <summary>What stands around a title: quotes, a word such as «издание», an address.</summary>
internal static class TitlePlace
{
    /// <summary>Words behind which an ordinary word is a title: «издание Холод», «телеканала Дождь».</summary>
    private static readonly string[] ClassWords =
    [
        "телеканал", "телеканала", "телеканалу", "телеканалом", "телеканале", "издание", "издания", "изданию", "изданием", "издании", "журнал", "журнала", "газета", "газеты", "газете",
        "агентство", "агентства", "портал", "портала", "сайт", "сайта", "проект", "проекта", "фонд", "фонда", "организация", "организации", "движение", "движения", "канал", "канала",
        "радио", "радиостанция", "радиостанции", "сми", "channel", "magazine", "newspaper", "outlet", "agency", "newsroom", "project", "foundation",
    ];

    /// <summary>Whether the words are part of a host, path or mailbox, where only the whole address counts.</summary>
    public static bool IsInAddress(ReadOnlySpan<char> text, int start, int end) =>
        (end + 1 < text.Length && text[end] is '.' or '/' or '@' && char.IsAsciiLetterOrDigit(text[end + 1]))
        || (start > 1 && text[start - 1] is '.' or '/' && (char.IsAsciiLetterOrDigit(text[start - 2]) || text[start - 2] == '/'));

    /// <summary>Whether the words fill their quotes; a mark that belongs to them may stand behind: «Живи!».</summary>
    public static bool IsQuoted(ReadOnlySpan<char> text, int start, int end)
    {
        while (end < text.Length && text[end] is '!' or '?' or '…')
        {
            end++;
        }

        return start > 0 && text[start - 1] is '«' or '"' or '“' or '„' or '\'' or '‘' && end < text.Length && text[end] is '»' or '"' or '”' or '“' or '\'' or '’';
    }

    /// <summary>Whether a sentence, line, quotation or remark begins here, which gives any word a capital.</summary>
    public static bool OpensSentence(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(" \u00A0\t«\"“„‘'(*#>");
        return before.IsEmpty || before.Length < start && text[start - 1] is '«' or '"' or '“' or '„' or '‘' || before[^1] is '.' or '!' or '?' or '…' or ':' or '\n' or '\r' or '\u2028' or '\u2029' or '—' or '–' or '•' or '-' or '|';
    }

    public static bool FollowsClassWord(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] is ' ' or '\u00A0')
        {
            end--;
        }

        var first = end;
        while (first > 0 && char.IsLetter(text[first - 1]))
        {
            first--;
        }

        if (end == start || end == first || !char.IsUpper(text[start]))
        {
            return false;
        }

        foreach (var word in ClassWords)
        {
            if (text[first..end].Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
