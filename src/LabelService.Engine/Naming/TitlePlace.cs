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

    /// <summary>Longest address that is looked at on either side, in UTF-16 units.</summary>
    private const int LongestAddress = 100;

    /// <summary>Whether the words are part of a host, path or mailbox, where only the whole address counts; «AFP/Медуза» is a pair of names.</summary>
    public static bool IsInAddress(ReadOnlySpan<char> text, int start, int end)
    {
        var (before, behind) = (start > 1 ? text[start - 1] : ' ', end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]) ? text[end] : ' ');
        return behind is '.' or '@'
            || (behind == '/' && IsAddress(text[start..AddressEnd(text, end)]))
            || (before == '.' && char.IsAsciiLetterOrDigit(text[start - 2]))
            || (before is '/' or '@' && IsAddress(text[AddressStart(text, start)..start]));
    }

    /// <summary>A host has a point between Latin letters or figures; what else is an address has a scheme or an @.</summary>
    private static bool IsAddress(ReadOnlySpan<char> run)
    {
        for (var i = 1; i < run.Length; i++)
        {
            if ((run[i] == '.' && i + 1 < run.Length && char.IsAsciiLetterOrDigit(run[i - 1]) && char.IsAsciiLetterOrDigit(run[i + 1])) || (run[i] == '/' && run[i - 1] == '/') || run[i] == '@')
            {
                return true;
            }
        }

        return false;
    }

    private static int AddressStart(ReadOnlySpan<char> text, int start)
    {
        var least = Math.Max(0, start - LongestAddress);
        while (start > least && IsInRun(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static int AddressEnd(ReadOnlySpan<char> text, int end)
    {
        var most = Math.Min(text.Length, end + LongestAddress);
        while (end < most && IsInRun(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsInRun(char c) => char.IsLetterOrDigit(c) || c is '.' or '/' or '@' or ':' or '-' or '_' or '~' or '%' or '?' or '=' or '#' or '+';

    /// <summary>Whether the words fill their quotes; a mark that belongs to them may stand behind, or one of a footnote: «Живи!», «Дождь*».</summary>
    public static bool IsQuoted(ReadOnlySpan<char> text, int start, int end)
    {
        while (end < text.Length && text[end] is '!' or '?' or '…' or '*')
        {
            end++;
        }

        return start > 0 && text[start - 1] is '«' or '"' or '“' or '„' or '\'' or '‘' && end < text.Length && text[end] is '»' or '"' or '”' or '“' or '\'' or '’';
    }

    /// <summary>Whether a sentence, line, quotation or remark begins here, which gives any word a capital.</summary>
    public static bool OpensSentence(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(" \u00A0\t«\"“„‘'(*#>");
        if (before.IsEmpty || (before.Length < start && text[start - 1] is '«' or '"' or '“' or '„' or '‘'))
        {
            return true;
        }

        return before[^1] switch
        {
            // An ellipsis that opens its line stands for words left out: the sentence began before.
            '…' => before.Length > 1 && before[^2] is not ('\n' or '\r'),
            var c => c is '.' or '!' or '?' or ':' or '\n' or '\r' or '\u2028' or '\u2029' or '—' or '–' or '•' or '-' or '|',
        };
    }

    /// <summary>Whether nothing else stands in the line.</summary>
    public static bool FillsLine(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[..start].TrimEnd(" \u00A0\t");
        var behind = text[end..].TrimStart(" \u00A0\t");
        return (before.IsEmpty || before[^1] is '\n' or '\r') && (behind.IsEmpty || behind[0] is '\n' or '\r');
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

        return IsClassWord(text[first..end]);
    }

    /// <summary>Whether the word is one of those behind which a title stands, such as «телеканал».</summary>
    public static bool IsClassWord(ReadOnlySpan<char> word)
    {
        foreach (var known in ClassWords)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
