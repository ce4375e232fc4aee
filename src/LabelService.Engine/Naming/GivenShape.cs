using LabelService.Engine.Grammar;

namespace LabelService.Engine.Naming;

/// <summary>Of which cases a given name that no list knows can be by its ending; the declensions of «Русская грамматика» (1980), § 1216.</summary>
internal static class GivenShape
{
    private static readonly (string Ending, ushort Cases)[] Masculine =
    [
        ("ом", Bit(GrammaticalCase.Instrumental)), ("ем", Bit(GrammaticalCase.Instrumental)), ("ём", Bit(GrammaticalCase.Instrumental)),
        ("а", Bits(GrammaticalCase.Genitive, GrammaticalCase.Accusative)), ("я", Bits(GrammaticalCase.Genitive, GrammaticalCase.Accusative)),
        ("у", Bit(GrammaticalCase.Dative)), ("ю", Bit(GrammaticalCase.Dative)), ("е", Bit(GrammaticalCase.Prepositional)),
    ];

    private static readonly (string Ending, ushort Cases)[] Feminine =
    [
        ("ой", Bit(GrammaticalCase.Instrumental)), ("ей", Bit(GrammaticalCase.Instrumental)), ("а", CaseBits.Nominative), ("я", CaseBits.Nominative),
        ("у", Bit(GrammaticalCase.Accusative)), ("ю", Bit(GrammaticalCase.Accusative)), ("ы", Bit(GrammaticalCase.Genitive)),
        ("и", Bits(GrammaticalCase.Genitive, GrammaticalCase.Dative)), ("е", Bits(GrammaticalCase.Dative, GrammaticalCase.Prepositional)),
    ];

    public static bool Agrees(ReadOnlySpan<char> word, SurnameCases surname)
    {
        if (!Matching.Letters.IsCyrillic(word[^1]) || char.IsUpper(word[^1]))
        {
            return false;
        }

        var masculine = (ushort)(CasesOf(word, Masculine) | (EndsInConsonant(word) ? CaseBits.Nominative : 0));
        return (masculine & surname.Masculine) != 0 || (CasesOf(word, Feminine) & surname.Feminine) != 0;
    }

    private static bool EndsInConsonant(ReadOnlySpan<char> word) => !"аеёиоуыэюяАЕЁИОУЫЭЮЯ".Contains(word[^1], StringComparison.Ordinal);

    private static ushort CasesOf(ReadOnlySpan<char> word, (string Ending, ushort Cases)[] table)
    {
        ushort cases = 0;
        foreach (var (ending, of) in table)
        {
            cases |= word.EndsWith(ending, StringComparison.Ordinal) ? of : (ushort)0;
        }

        return cases;
    }

    private static ushort Bit(GrammaticalCase @case) => (ushort)(1 << (int)@case);

    private static ushort Bits(GrammaticalCase one, GrammaticalCase other) => (ushort)(Bit(one) | Bit(other));
}
