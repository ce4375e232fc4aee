using System.Text;
using LabelService.Engine.Matching;

namespace LabelService.Engine.Checking;

/// <summary>A text as its reader sees it: without characters that show nothing, й and ё in one piece, look-alikes of other scripts resolved.</summary>
internal static class PlainLetters
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var wordStart = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && plain.Length > 0 && plain[^1] == ' ')
            {
                continue;
            }

            if (char.IsLetterOrDigit(c) || Letters.Fold(c) == Letters.Ignorable)
            {
                Add(plain, c);
                continue;
            }

            Unmask(plain, wordStart);
            plain.Append(char.IsWhiteSpace(c) ? ' ' : c);
            wordStart = plain.Length;
        }

        Unmask(plain, wordStart);
        return plain.ToString();
    }

    private static void Add(StringBuilder plain, char c)
    {
        if (Letters.Fold(c) != Letters.Ignorable)
        {
            plain.Append(c);
        }
        else if (plain.Length > 0 && Composed(plain[^1], c) is { } composed)
        {
            plain[^1] = composed;
        }
    }

    private static char? Composed(char letter, char mark) => (letter, mark) switch
    {
        ('и', '\u0306') => 'й', ('И', '\u0306') => 'Й', ('е', '\u0308') => 'ё', ('Е', '\u0308') => 'Ё', _ => null,
    };

    /// <summary>Makes the last word Cyrillic where most of its letters are.</summary>
    private static void Unmask(StringBuilder plain, int start)
    {
        int cyrillic = 0, latin = 0;
        for (var i = start; i < plain.Length; i++)
        {
            cyrillic += Letters.IsCyrillic(plain[i]) ? 1 : 0;
            latin += Letters.IsLatin(plain[i]) ? 1 : 0;
        }

        for (var i = start; latin > 0 && cyrillic > latin && i < plain.Length; i++)
        {
            var letter = Letters.IsLatin(plain[i]) ? Letters.AsCyrillic(char.ToLowerInvariant(plain[i])) : plain[i];
            plain[i] = char.IsUpper(plain[i]) ? char.ToUpperInvariant(letter) : letter;
        }
    }
}
