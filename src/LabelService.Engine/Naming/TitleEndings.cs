using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LabelService.Engine.Naming;

/// <summary>
/// The inflectional endings of nouns and adjectives, by language: inside a name of several words, whose other words vouch for it, any of
/// them counts on the stem of a word. Another language with the Cyrillic alphabet is another row.
/// </summary>
internal static class TitleEndings
{
    private const int ShortestStem = 3;

    private static readonly (string Language, string Endings)[] Table =
    [
        // А. А. Зализняк, «Грамматический словарь русского языка».
        ("ru", "иями ыми ими ами ями ого его ому ему иях иям ием ией ях ах ям ам ом ем ым им ых их ой ей ый ий ая яя ое ее ые ие ую юю ов ев ью ия ии ию а я о е ы и у ю ь й"),
        // «Сучасна українська літературна мова. Морфологія» (1969): adjectives, then nouns.
        ("uk", "ьому ього ої ій ім їх їм їми їй ою ею єю ією єм ові еві єві ів їв ії і ї є"),
        // «Граматика на съвременния български книжовен език» (1983): the article of each gender and number.
        ("bg", "ният ния ата ята ото ето ите ията ият ът ят та то те"),
    ];

    /// <summary>Those of them that only a plural has; of some singular words it has «-ы» and «-и» too, which their own tables know, or none.</summary>
    private static readonly FrozenSet<string> Plural =
        " ыми ими ами ями иями иях ях ах иям ям ам ых их ые ие ы и ов ев ів їв їх їми і ї ите те".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All endings, the longest first.</summary>
    public static readonly ImmutableArray<string> All =
        [.. Table.SelectMany(row => row.Endings.Split(' ')).Distinct(StringComparer.Ordinal).OrderByDescending(e => e.Length).ThenBy(e => e, StringComparer.Ordinal)];

    public static bool IsPlural(string ending) => Plural.Contains(ending);

    /// <summary>What stays of a word without its ending; null for a word too short to have both.</summary>
    public static string? Stem(string word)
    {
        foreach (var ending in All)
        {
            if (word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word.Length >= ShortestStem ? word : null;
    }
}
