using System.Globalization;

namespace LabelService.Engine.Matching;

/// <summary>
/// How characters count when words are compared: case and ё/е never matter, everything that is not a letter or digit parts
/// words, and marks that a reader does not see are passed over. Culture plays no part.
/// </summary>
internal static class Letters
{
    /// <summary>The character parts words.</summary>
    public const char Separator = '\0';

    /// <summary>The character is passed over: soft hyphen, zero-width characters, a stress mark.</summary>
    public const char Ignorable = '\u0001';

    // Latin, Greek, Cyrillic, their supplements and general punctuation lie below this bound; a table of 17 KB stays in the cache.
    private const int TableSize = 0x2200;

    private static readonly char[] Table = MakeTable();

    public static char Fold(char c) => c < TableSize ? Table[c] : FoldRare(c);

    /// <summary>The scripts of which a word with both is a disguise or a slip.</summary>
    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    public static bool IsLatin(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '\u00C0' and <= '\u024F';

    /// <summary>The Cyrillic letter that a folded Latin or Greek letter looks like, or the letter itself.</summary>
    public static char AsCyrillic(char folded) => folded switch
    {
        'a' or 'α' => 'а', 'b' => 'в', 'c' => 'с', 'e' or 'ε' => 'е', 'h' => 'н', 'k' or 'κ' => 'к', 'm' => 'м', 'o' or 'ο' or '0' => 'о',
        'p' or 'ρ' => 'р', 't' or 'τ' => 'т', 'x' or 'χ' => 'х', 'y' or 'υ' => 'у', 'i' => 'і', '3' => 'з', _ => folded,
    };

    private static char[] MakeTable()
    {
        var table = new char[TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            table[i] = FoldRare((char)i);
        }

        return table;
    }

    private static char FoldRare(char c)
    {
        if (c is 'ё' or 'Ё')
        {
            return 'е';
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Format => Ignorable,
            // U+00AD is a dash to some versions of the tables; combining marks sit on the letter before them.
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Ignorable,
            _ when c == '\u00AD' => Ignorable,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => char.ToLowerInvariant(c),
            UnicodeCategory.DecimalDigitNumber => c,
            // Astral letters come as pairs; taking the halves as letters keeps such a word in one piece.
            UnicodeCategory.Surrogate => Separator,
            _ => Separator,
        };
    }
}
