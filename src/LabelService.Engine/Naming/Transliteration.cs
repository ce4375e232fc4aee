using System.Collections.Frozen;
using System.Text;

namespace LabelService.Engine.Naming;

/// <summary>
/// Latin spellings of Russian names by the systems in use: ICAO Doc 9303 (passports since 2013), BGN/PCGN 1947 and what the English
/// press makes of it, ГОСТ 7.79-2000 B, ISO 9 without its diacritics. A table; another alphabet is another table.
/// </summary>
internal static class Transliteration
{
    /// <summary>More spellings of one word than this differ in ways that people do not mix.</summary>
    private const int MostSpellings = 8;

    private static readonly Dictionary<char, string[]> Letters = Read(
        "а a,б b,в v,г g,д d,е e/ye,ё e/yo/io/o,ж zh/j,з z,и i,й y/i/j,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh/h,ц ts/c,ч ch,ш sh,щ shch/sch,ъ _/ie,ы y,ь _,э e,ю yu/iu/ju,я ya/ia/ja");

    /// <summary>The whole ending is spelt as one: «-ий» is -y, -iy or -ii.</summary>
    private static readonly (string Ending, string[] Spellings)[] Endings =
    [
        ("ий", ["y", "iy", "ii", "i", "ij"]), ("ый", ["y", "yy", "yi"]), ("ей", ["ei", "ey", "ej"]), ("ай", ["ai", "ay", "aj"]), ("ой", ["oi", "oy", "oj"]),
        ("ия", ["ia", "iya", "ija"]), ("ья", ["ia", "ya", "iya"]), ("ьев", ["iev", "yev", "ev"]), ("ьева", ["ieva", "yeva", "eva"]), ("ьёв", ["yov", "iev", "yev", "iov", "ev"]), ("ьёва", ["yova", "ieva", "yeva", "iova", "eva"]), ("ксандр", ["xander", "ksandr", "xandr"]), ("ксандра", ["xandra", "ksandra"]),
    ];

    /// <summary>Names that registers write without the two points.</summary>
    private static readonly FrozenDictionary<string, string> Pointed = "пётр семён фёдор артём алёна матрёна фёкла лёва парфён".Split(' ')
        .ToFrozenDictionary(name => name.Replace('ё', 'е'), StringComparer.Ordinal);

    /// <summary>The spellings of a word in lower case; none where a letter is not Russian.</summary>
    public static IEnumerable<string> Spell(string word)
    {
        var pointed = Pointed.GetValueOrDefault(word, word);
        var (ending, last) = Endings.FirstOrDefault(e => pointed.Length > e.Ending.Length && pointed.EndsWith(e.Ending, StringComparison.Ordinal));
        var stem = pointed[..^(ending?.Length ?? 0)];
        List<string> spelt = [""];
        for (var i = 0; i < stem.Length; i++)
        {
            if (!Letters.ContainsKey(stem[i]))
            {
                return [];
            }

            var usable = Usable(stem, i);
            spelt = usable.Length == 1 ? spelt.ConvertAll(s => s + usable[0]) : [.. spelt.SelectMany(s => usable.Select(o => s + o)).Take(MostSpellings)];
        }

        return Consistent(pointed).Concat((last ?? [""]).SelectMany(l => spelt.Select(s => s + l))).SelectMany(WithX).Distinct(StringComparer.Ordinal).Take(MostSpellings + 3);
    }

    private static string[] Usable(string word, int i) => word[i] switch
    {
        // «Ye» is written at the start of a word and after a vowel only, the plain «o» after a hushing sound only.
        'е' when i > 0 && !"аеиоуыэюяьъ".Contains(word[i - 1], StringComparison.Ordinal) => Letters['е'][..1],
        'ё' when i == 0 || !"жчшщ".Contains(word[i - 1], StringComparison.Ordinal) => Letters['ё'][..3],
        var letter => Letters[letter],
    };

    /// <summary>«Alexei» beside «Aleksei».</summary>
    private static IEnumerable<string> WithX(string spelling) =>
        spelling.Contains("ks", StringComparison.Ordinal) ? [spelling, spelling.Replace("ks", "x", StringComparison.Ordinal)] : [spelling];

    /// <summary>Each system carried through, for words in which the choices above would be cut off.</summary>
    private static IEnumerable<string> Consistent(string word)
    {
        for (var system = 0; system < 3; system++)
        {
            var spelt = new StringBuilder(word.Length * 2);
            foreach (var letter in word)
            {
                var options = Letters[letter];
                spelt.Append(options[Math.Min(system, options.Length - 1)]);
            }

            yield return spelt.ToString();
        }
    }

    private static Dictionary<char, string[]> Read(string table) => table.Split(',').Select(row => row.Split(' '))
        .ToDictionary(cells => cells[0][0], cells => cells[1].Split('/').Select(s => s == "_" ? "" : s).ToArray());
}
