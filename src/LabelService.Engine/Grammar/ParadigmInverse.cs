namespace LabelService.Engine.Grammar;

/// <summary>
/// A table of endings read backwards: from a form to the nominatives that the table declines into it. Every answer is verified
/// forwards, so a row that another row hides answers nothing.
/// </summary>
internal static class ParadigmInverse
{
    /// <summary>Letters that a row for one word counts on top: it was written for this very word.</summary>
    private const int OwnRow = 5;

    /// <summary>The nominatives of a form, given in lower case, the likeliest first.</summary>
    public static IEnumerable<Restored> Nominatives(this ParadigmTable table, string form, NounClass wanted, GrammaticalCase @case) =>
        table.Rows.SelectMany(row => Candidates(row, form, @case).Where(found => Holds(table, row, found.Word, form, wanted, @case)))
            .GroupBy(found => found.Word, StringComparer.Ordinal)
            .Select(same => same.MaxBy(found => found.Evidence))
            .OrderByDescending(found => found.Evidence);

    private static IEnumerable<Restored> Candidates(Paradigm row, string form, GrammaticalCase @case)
    {
        if (@case == GrammaticalCase.Nominative || row.Endings.IsEmpty)
        {
            yield return new Restored(form, Evidence(row, row.Ending.Length, form));
            yield break;
        }

        // Of «Демиде» both «Демид» and «Демидь» are read; the soft sign is the rarer.
        foreach (var ending in row.Endings[(int)@case - 1])
        {
            if (form.Length > ending.Length && form.EndsWith(ending, StringComparison.Ordinal))
            {
                yield return new Restored(form[..^ending.Length] + row.Ending, Evidence(row, ending.Length, form) - (row.Ending == "ь" ? 1 : 0));
            }
        }
    }

    private static bool Holds(ParadigmTable table, Paradigm row, string word, string form, NounClass wanted, GrammaticalCase @case) =>
        row.Fits(word, wanted) && ReferenceEquals(table.Find(word, wanted), row) && row.Forms(word, @case).Contains(form, StringComparer.Ordinal)
        && IsSpelled(word, row.Class);

    /// <summary>What the tables decline since they need not know better, and no nominative ends in: «Палевичь», «Зозуляя».</summary>
    private static bool IsSpelled(string word, NounClass @class) => word switch
    {
        [.., 'ж' or 'ш' or 'ч' or 'щ' or 'ц', 'ь'] => @class != NounClass.Masculine,
        [.., var before, 'я', 'я'] => before == 'н',
        _ => true,
    };

    /// <summary>A set of letters explains nothing; a letter named in the row, and the ending, do.</summary>
    private static int Evidence(Paradigm row, int ending, string form) =>
        2 * (row.Stem is null ? row.Before.Count(set => set.Length == 1) + ending : form.Length + OwnRow);
}
