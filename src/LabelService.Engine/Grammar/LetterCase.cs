namespace LabelService.Engine.Grammar;

/// <summary>Gives an inflected word the capitals of the word it was made from.</summary>
internal static class LetterCase
{
    public static bool IsAllCapitals(string word)
    {
        var capitals = 0;
        foreach (var letter in word)
        {
            if (char.IsLower(letter))
                return false;
            if (char.IsUpper(letter))
                capitals++;
        }
        return capitals > 1;
    }

    /// <summary>«ПАВЕЛ» and «павла» give «ПАВЛА»; «МакАртур» and «макартура» give «МакАртура».</summary>
    public static string Copy(string from, string lowered)
    {
        if (IsAllCapitals(from))
            return lowered.ToUpperInvariant();
        return string.Create(lowered.Length, (from, lowered), static (span, words) =>
        {
            var same = true;
            for (var i = 0; i < span.Length; i++)
            {
                var letter = words.lowered[i];
                same = same && i < words.from.Length && char.ToLowerInvariant(words.from[i]) == letter;
                span[i] = same ? words.from[i] : i == 0 && char.IsUpper(words.from[0]) ? char.ToUpperInvariant(letter) : letter;
            }
        });
    }
}
