using LabelService.Engine.Matching;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>What a man's and a woman's form of one surname have in common: «Зимин» and «Зимина», «Луговой» and «Луговая».</summary>
internal static class SurnameFamily
{
    private static readonly string[] Possessive = ["ова", "ева", "ина", "ына"];
    private static readonly string[] Adjectival = ["ий", "ый", "ой", "ая", "яя"];

    /// <summary>The surname of this person's brother or sister.</summary>
    public static (string Surname, Gender Gender) Counterpart(string surname, Gender gender)
    {
        if (gender == Gender.Masculine)
        {
            return (surname switch
            {
                _ when surname.Length > 3 && surname[^2..] is "ов" or "ев" or "ёв" or "ин" or "ын" => surname + "а",
                _ when surname.Length > 4 && surname[^2..] is "ий" or "ый" or "ой" => surname[..^2] + "ая",
                _ => surname,
            }, Gender.Feminine);
        }

        return (surname switch
        {
            _ when surname.Length > 4 && surname[^3..] is "ова" or "ева" or "ёва" or "ина" or "ына" => surname[..^1],
            _ when surname.Length > 4 && surname.EndsWith("ая", StringComparison.Ordinal) => surname[..^2] + (surname[^3] is 'к' or 'г' or 'х' ? "ий" : "ый"),
            _ => surname,
        }, Gender.Masculine);
    }

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
