using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>What a man's and a woman's form of one surname have in common: «Зимин» and «Зимина», «Луговой» and «Луговая».</summary>
internal static class SurnameFamily
{
    private static readonly string[] Possessive = ["ова", "ева", "ина", "ына"];
    private static readonly string[] Adjectival = ["ий", "ый", "ой", "ая", "яя"];

    public static string Of(string surname)
    {
        var folded = WordScanner.Fold(surname);
        foreach (var ending in Possessive)
        {
            if (folded.Length > 4 && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                return folded[..^1];
            }
        }

        foreach (var ending in Adjectival)
        {
            if (folded.Length > 4 && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                return folded[..^2] + '-';
            }
        }

        return folded;
    }
}
