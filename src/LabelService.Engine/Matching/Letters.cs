using System.Globalization;

namespace LabelService.Engine.Matching;

/// <summary>What the letters of a word have in common; each bit says that at least one is so.</summary>
[Flags]
internal enum LetterMarks : uint
{
    None = 0,
    Cyrillic = 1 << 16,
    Latin = 1 << 17,
    Greek = 1 << 18,
    Digit = 1 << 19,

    /// <summary>A character that is passed over stands inside.</summary>
    Ignorable = 1 << 20,

    /// <summary>The passed-over character is one that only hides: zero-width, directional.</summary>
    Hidden = 1 << 21,

    /// <summary>A mark that people put into or before a word to hide or tag it: # @ * _ and the like.</summary>
    Sign = 1 << 22,

    LineEnd = 1 << 23,

    /// <summary>A full-width letter or digit.</summary>
    Wide = 1 << 24,
}

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

    // Latin, Greek, Cyrillic, their supplements and general punctuation lie below this bound; what a text uses of it stays in the cache.
    private const int TableSize = 0x2200;

    private const string Signs = "#@*_$&<|·•/\\+~^";

    private static readonly uint[] Table = MakeTable();

    public static char Fold(char c) => (char)Info(c);

    /// <summary>The folded character in the low sixteen bits and its <see cref="LetterMarks"/> above them.</summary>
    public static uint Info(char c)
    {
        var table = Table;
        return c < (uint)table.Length ? table[c] : InfoOfRare(c);
    }

    /// <summary>The scripts of which a word with both is a disguise or a slip.</summary>
    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    public static bool IsLatin(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '\u00C0' and <= '\u024F';

    public static bool IsDash(char c) => c is '-' or '\u00AD' or >= '\u2010' and <= '\u2015' or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D';

    /// <summary>Whether a word with these marks mixes scripts, so that some letters only look like what they stand for.</summary>
    public static bool IsMixed(uint marks) =>
        (marks & (uint)LetterMarks.Cyrillic) != 0 && (marks & (uint)(LetterMarks.Latin | LetterMarks.Greek)) != 0;

    /// <summary>The Cyrillic letter that a folded Latin or Greek letter or a figure looks like, or the letter itself.</summary>
    public static char AsCyrillic(char folded) => folded switch
    {
        'a' or 'α' or 'ɑ' => 'а', 'b' or 'β' => 'в', 'c' or 'ς' or 'ϲ' => 'с', 'e' or 'ε' => 'е', 'h' or 'η' => 'н', 'k' or 'κ' => 'к', 'm' or 'μ' => 'м',
        'o' or 'ο' or '0' or 'σ' => 'о', 'p' or 'ρ' => 'р', 't' or 'τ' => 'т', 'x' or 'χ' => 'х', 'y' or 'υ' => 'у', 'i' or 'ι' => 'і', 'j' => 'ј', 's' => 'ѕ',
        'u' => 'и', 'n' => 'п', 'r' or 'γ' => 'г', 'λ' => 'л', 'π' => 'п', 'φ' => 'ф', 'δ' => 'д', 'ν' => 'и', '3' => 'з', _ => folded,
    };

    private static uint[] MakeTable()
    {
        var table = new uint[TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            table[i] = InfoOfRare((char)i);
        }

        return table;
    }

    private static uint InfoOfRare(char c)
    {
        var folded = FoldRare(c);
        return folded | (uint)MarksOf(c, folded);
    }

    private static LetterMarks MarksOf(char c, char folded) => folded switch
    {
        Separator when c is '\n' or '\r' or '\u2028' or '\u2029' => LetterMarks.LineEnd,
        Separator => Signs.Contains(c, StringComparison.Ordinal) ? LetterMarks.Sign : LetterMarks.None,
        Ignorable => LetterMarks.Ignorable | (IsHiding(c) ? LetterMarks.Hidden : LetterMarks.None),
        _ when c is >= '\uFF10' and <= '\uFF5A' => LetterMarks.Wide | (folded <= '9' ? LetterMarks.Digit : LetterMarks.Latin),
        _ when IsCyrillic(c) => LetterMarks.Cyrillic,
        _ when IsLatin(c) => LetterMarks.Latin,
        _ when c is >= '\u0370' and <= '\u03FF' => LetterMarks.Greek,
        >= '0' and <= '9' => LetterMarks.Digit,
        _ => LetterMarks.None,
    };

    // Soft hyphens and stress marks are typography; the others no editor puts into a name.
    private static bool IsHiding(char c) => c is not '\u00AD' && char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static char FoldRare(char c)
    {
        if (c is 'ё' or 'Ё')
        {
            return 'е';
        }

        if (c is >= '\uFF10' and <= '\uFF5A')
        {
            return FoldRare((char)(c - 0xFEE0));
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
            // Astral letters come as pairs; their halves part words.
            UnicodeCategory.Surrogate => Separator,
            _ => Separator,
        };
    }
}
