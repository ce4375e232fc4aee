using System.Collections.Frozen;
using LabelService.Engine.Grammar;
using LabelService.Engine.Matching;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>Words that a text uses as words: a title made of nothing else needs more than the capital with which a sentence begins.</summary>
internal static class OrdinaryWords
{
    private static readonly char[] Blanks = [' ', '\n', '\r'];

    private static readonly FrozenSet<string> Particles = Cut(CommonWords.Particles).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Stems = Cut(CommonWords.Russian).Concat(Cut(CommonWords.English)).Concat(OrdinaryNames.All).Concat(SurnameWords.All).Concat(OrganisationHeads.All)
        .Select(StemOf).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Places = Cut(CommonWords.Places).Concat(PlaceNames.All).Select(StemOf).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<ulong> CalledAfter = Cut(CommonWords.CalledAfter).SelectMany(FormsOf).ToFrozenSet();

    private static readonly FrozenSet<ulong> Genitives = Cut(CommonWords.Russian).Concat(OrdinaryNames.All).Concat(SurnameWords.All).Where(IsNoun).SelectMany(GenitiveOf).ToFrozenSet();

    /// <param name="folded">A word as the scanner folds it, in any of its forms.</param>
    public static bool Contains(string folded) =>
        IsParticle(folded) || char.IsAsciiDigit(folded[0]) || Stems.Contains(StemOf(folded)) || (folded.EndsWith('s') && Stems.Contains(folded[..^1]));

    /// <summary>Whether the word is a place, in any of its forms.</summary>
    public static bool IsPlace(string folded) => Places.Contains(StemOf(folded));

    /// <summary>Whether streets, prizes and books of this kind are called after words.</summary>
    public static bool IsCalledAfter(ulong hash) => CalledAfter.Contains(hash);

    /// <summary>Whether the word means nothing by itself: «ли», «ван», "of".</summary>
    public static bool IsParticle(string folded) => Particles.Contains(folded);

    /// <summary>Whether the word can depend on a noun before it: «слова» in «Свобода слова».</summary>
    public static bool IsGenitive(ulong hash) => Genitives.Contains(hash);

    private static string StemOf(string word)
    {
        var folded = WordScanner.Fold(word);
        return TitleEndings.Stem(folded) ?? folded;
    }

    private static bool IsNoun(string word) => RussianNounTables.Adjectives.Find(word, NounClass.Any) is null;

    private static IEnumerable<ulong> FormsOf(string noun) =>
        from @case in Enum.GetValues<GrammaticalCase>()
        from form in RussianNounTables.Nouns.Find(noun, NounClass.Any)?.Forms(noun, @case) ?? []
        select WordScanner.HashOfWord(form);

    private static IEnumerable<ulong> GenitiveOf(string word) =>
        (RussianNounTables.Nouns.Find(word, NounClass.Any)?.Forms(word, GrammaticalCase.Genitive) ?? []).Where(form => form != word).Select(form => WordScanner.HashOfWord(form));

    private static IEnumerable<string> Cut(string list) => list.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
