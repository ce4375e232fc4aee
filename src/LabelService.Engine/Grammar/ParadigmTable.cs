using System.Collections.Immutable;

namespace LabelService.Engine.Grammar;

/// <summary>
/// A table of endings, read from text, so that another part of speech or language is a new table and no new code. A row is
/// <c>class words genitive dative accusative instrumental prepositional</c>, the first row that fits a word declines it:
/// <list type="bullet">
/// <item>class: <c>m f n p</c> (plural) or <c>x</c> (any);</item>
/// <item>words: <c>-ов</c> every word in -ов; <c>[кгх]-ий</c> after one of these letters; <c>V</c> any vowel, <c>C</c> any consonant
/// before it; <c>2-ец</c> of two syllables; <c>=пав-ел,=орё-л</c> these words only, cut at the hyphen;</item>
/// <item>endings: <c>_</c> none, <c>цем/цом</c> either, a single <c>~</c> for a word that never changes.</item>
/// </list>
/// </summary>
internal sealed class ParadigmTable
{
    private const string Consonants = "бвгґджзйклмнпрстфхцчшщьъ";
    private readonly ImmutableArray<Paradigm> _rows;

    public ParadigmTable(string text) => _rows =
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .SelectMany(ReadRow),
    ];

    /// <summary>All rows, the first that fits a word declines it.</summary>
    public ImmutableArray<Paradigm> Rows => _rows;

    /// <summary>The row that declines a word, given in lower case; null where the table knows none.</summary>
    public Paradigm? Find(string word, NounClass wanted) => _rows.FirstOrDefault(row => row.Fits(word, wanted));

    private static IEnumerable<Paradigm> ReadRow(string line)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var changes = cells is not [_, _, "~"];
        if (changes && cells.Length != 7)
            throw new FormatException($"A row of a table of endings has 7 cells or ends in ~: {line}");
        ImmutableArray<ImmutableArray<string>> endings = changes ? [.. cells[2..].Select(ReadEndings)] : [];
        return cells[1].Split(',').Select(words => ReadWords(words, ReadClass(cells[0]), endings));
    }

    private static ImmutableArray<string> ReadEndings(string cell) =>
        [.. cell.Split('/').Select(ending => ending == "_" ? "" : ending)];

    private static NounClass ReadClass(string cell) => cell switch
    {
        "m" => NounClass.Masculine,
        "f" => NounClass.Feminine,
        "n" => NounClass.Neuter,
        "p" => NounClass.Plural,
        "x" => NounClass.Any,
        _ => throw new FormatException($"The class of a row is m, f, n, p or x, not {cell}"),
    };

    private static Paradigm ReadWords(string words, NounClass @class, ImmutableArray<ImmutableArray<string>> endings)
    {
        var hyphen = words.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0)
            throw new FormatException($"Words of a row are cut at their ending by a hyphen: {words}");
        var (before, ending) = (words[..hyphen], words[(hyphen + 1)..]);
        if (before.StartsWith('='))
            return new Paradigm(@class, before[1..], [], 0, ending, endings);
        var syllables = before.Length > 0 && char.IsAsciiDigit(before[0]) ? before[0] - '0' : 0;
        return new Paradigm(@class, null, ReadContext(syllables > 0 ? before[1..] : before), syllables, ending, endings);
    }

    private static ImmutableArray<string> ReadContext(string context)
    {
        var sets = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < context.Length; i++)
        {
            var close = context[i] == '[' ? context.IndexOf(']', i) : i;
            sets.Add(context[i] switch
            {
                'V' => Paradigm.Vowels,
                'C' => Consonants,
                '[' => context[(i + 1)..close],
                var letter => letter.ToString(),
            });
            i = close;
        }
        return sets.ToImmutable();
    }
}
