using LabelService.Engine.Matching;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

internal enum NameDoubt
{
    None,

    /// <summary>It may be somebody else: a moderator confirms.</summary>
    Unsure,

    /// <summary>At this place the words are no name.</summary>
    NotTheName,
}

/// <summary>What speaks for and against words being the name that they look like.</summary>
internal static class NameTests
{
    private const string Opening = "«\"“„'";

    /// <summary>Words behind which an ordinary word is a title: «издание Холод», «телеканала Дождь».</summary>
    private static readonly string[] ClassWords =
    [
        "телеканал", "телеканала", "телеканалу", "телеканалом", "телеканале", "издание", "издания", "изданию", "изданием", "издании", "журнал", "журнала", "газета", "газеты", "газете",
        "агентство", "агентства", "портал", "портала", "сайт", "сайта", "проект", "проекта", "фонд", "фонда", "организация", "организации", "движение", "движения", "канал", "канала",
        "радио", "радиостанция", "радиостанции", "сми", "channel", "magazine", "newspaper", "outlet", "agency", "newsroom", "project", "foundation",
    ];

    public static NameDoubt Doubt(ReadField field, PhraseHit hit, EntityName name, bool isWholeValue) => name.Kind switch
    {
        _ when IsInAddress(field.Text, hit.Start, hit.End) => NameDoubt.NotTheName,
        NameKind.GivenAndSurname => NameDoubt.Unsure,
        // A disguised name labels no person without a moderator.
        _ when name.Entity.Kind == EntityKind.Person && IsOfTwoScripts(field.Text.AsSpan(hit.Start, hit.End - hit.Start)) => NameDoubt.Unsure,
        NameKind.QuotedPart => isWholeValue ? NameDoubt.None : NameDoubt.NotTheName,
        NameKind.QuotedAlias => isWholeValue || IsQuoted(field.Text, hit) || FollowsClassWord(field.Text, hit.Start) ? NameDoubt.None : NameDoubt.NotTheName,
        // One word in small letters is a word, not a name; several together are not met by chance.
        _ => hit.Phrase.Words.Length == 1 && char.IsLower(field.Text[hit.Start]) && !isWholeValue ? NameDoubt.NotTheName : NameDoubt.None,
    };

    public static string Reason(NameKind kind) => kind switch
    {
        NameKind.QuotedAlias => "an ordinary word that counts as this name only in quotes or behind a word such as «издание»",
        NameKind.QuotedPart => "only the part of the registered name that stands in quotes",
        _ => "the name as an ordinary word in small letters",
    };

    /// <summary>Whether a host in running text is all of its own address or a part below it, not the start of a longer one.</summary>
    public static bool IsWholeHost(string text, int start, int end, string domain) =>
        text.AsSpan(start, end - start).Equals(domain, StringComparison.OrdinalIgnoreCase)
        && (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '@' or '_'))
        && (end >= text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_'
            || (text[end] == '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))));

    /// <summary>Whether the words are part of a host, path or mailbox, where only the whole address counts.</summary>
    private static bool IsInAddress(string text, int start, int end) =>
        (end + 1 < text.Length && text[end] is '.' or '/' or '@' or '_' && char.IsAsciiLetterOrDigit(text[end + 1]))
        || (start > 1 && text[start - 1] is '.' or '/' or '_' && (char.IsAsciiLetterOrDigit(text[start - 2]) || text[start - 2] == '/'));

    private static bool IsOfTwoScripts(ReadOnlySpan<char> name)
    {
        bool latin = false, cyrillic = false;
        foreach (var c in name)
        {
            latin |= Letters.IsLatin(c);
            cyrillic |= Letters.IsCyrillic(c);
        }

        return latin && cyrillic;
    }

    private static bool IsQuoted(string text, PhraseHit hit) =>
        hit.Start > 0 && Opening.Contains(text[hit.Start - 1]) && hit.End < text.Length && "»\"”“'".Contains(text[hit.End]);

    private static bool FollowsClassWord(string text, int start)
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
            if (text.AsSpan(first, end - first).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
