namespace LabelService.Engine.Grammar;

/// <summary>What ё and capitals leave the same in a restored word.</summary>
internal static class Spelling
{
    public static bool Same(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>The word in lower case, and with е for ё where it has one: «Ильёй» has an ending that tables write «-ей».</summary>
    public static IEnumerable<string> Variants(string word)
    {
        var lowered = word.ToLowerInvariant();
        return lowered.Contains('ё', StringComparison.Ordinal) ? [lowered, Plain(lowered)] : [lowered];
    }

    /// <summary>Gives a restored word the capitals of the form and the ё of either: «Петром» is «Пётр».</summary>
    public static string Copy(string form, string lowered)
    {
        var letters = lowered.ToCharArray();
        for (var i = 0; i < letters.Length && i < form.Length && Plain(letters[i]) == Plain(form[i]); i++)
            letters[i] = letters[i] == 'ё' ? 'ё' : char.ToLowerInvariant(form[i]);
        return LetterCase.Copy(form, new string(letters));
    }

    private static string Plain(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = Plain(from[i]);
    });

    private static char Plain(char letter) => char.ToLowerInvariant(letter) is var lowered && lowered == 'ё' ? 'е' : lowered;
}
