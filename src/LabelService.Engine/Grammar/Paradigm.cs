using System.Collections.Immutable;

namespace LabelService.Engine.Grammar;

/// <summary>
/// One row of a table of endings: which words it declines and what replaces their ending in each case but the nominative.
/// A case may have several endings («-цем», «-цом»): the first is written, all are recognised.
/// </summary>
/// <param name="Stem">The whole stem where the row is for one word; null where it is for every word with the ending.</param>
/// <param name="Before">The letters that must stand before the ending, a set for each, nearest last; empty for any.</param>
/// <param name="Syllables">How many vowels the whole word must have; 0 for any number.</param>
/// <param name="Endings">The endings of the five oblique cases in the enum's order; empty where the word never changes.</param>
internal sealed record Paradigm(
    NounClass Class,
    string? Stem,
    ImmutableArray<string> Before,
    int Syllables,
    string Ending,
    ImmutableArray<ImmutableArray<string>> Endings)
{
    public const string Vowels = "аеёиоуыэюяієї";

    /// <summary>Whether the row declines this word, given in lower case.</summary>
    public bool Fits(string word, NounClass wanted) =>
        (Class == NounClass.Any || wanted == NounClass.Any || Class == wanted)
        && word.EndsWith(Ending, StringComparison.Ordinal)
        && (Stem is null ? FitsBefore(word) : word.Length == Stem.Length + Ending.Length && word.StartsWith(Stem, StringComparison.Ordinal))
        && (Syllables == 0 || CountVowels(word) == Syllables);

    /// <summary>The forms of a word, given in lower case; the usual one first.</summary>
    public ImmutableArray<string> Forms(string word, GrammaticalCase @case)
    {
        if (@case == GrammaticalCase.Nominative || Endings.IsEmpty)
            return [word];
        var stem = word[..^Ending.Length];
        return [.. Endings[(int)@case - 1].Select(ending => stem + ending)];
    }

    public static int CountVowels(string word) => word.Count(letter => Vowels.Contains(letter, StringComparison.Ordinal));

    private bool FitsBefore(string word)
    {
        var start = word.Length - Ending.Length - Before.Length;
        if (start < 0)
            return false;
        for (var i = 0; i < Before.Length; i++)
            if (!Before[i].Contains(word[start + i], StringComparison.Ordinal))
                return false;
        return true;
    }
}
