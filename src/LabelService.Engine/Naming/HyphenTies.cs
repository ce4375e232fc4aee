namespace LabelService.Engine.Naming;

/// <summary>Hyphens that make one name of two words. A dash parts them, however it is set: «Травкин—автор».</summary>
internal static class HyphenTies
{
    /// <summary>What English hangs on a name without making another name of it.</summary>
    private static readonly string[] Participles =
    [
        "affiliated", "aligned", "appointed", "approved", "associated", "authored", "authorised", "authorized", "backed", "based", "born", "branded", "built", "commissioned", "connected", "controlled",
        "created", "designed", "dominated", "driven", "edited", "educated", "era", "established", "financed", "focused", "founded", "friendly", "funded", "hosted", "inspired", "issued", "led", "like", "linked",
        "made", "managed", "moderated", "operated", "organised", "organized", "owned", "published", "produced", "registered", "related", "run", "sponsored", "style", "supported", "trained", "type", "written",
    ];

    public static bool Tie(ReadOnlySpan<char> text, int start, int end) =>
        (start > 1 && IsHyphen(text[start - 1]) && char.IsLetterOrDigit(text[start - 2]))
        || (end + 1 < text.Length && IsHyphen(text[end]) && char.IsLetterOrDigit(text[end + 1]) && !IsParticiple(text[(end + 1)..]));

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static bool IsParticiple(ReadOnlySpan<char> behind)
    {
        foreach (var word in Participles)
        {
            if (behind.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (behind.Length == word.Length || !char.IsLetterOrDigit(behind[word.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
