using LabelService.Engine.Registries;

namespace LabelService.Engine.Grammar;

/// <summary>Tells a person's gender from the name, by its surest sign first.</summary>
internal static class GenderGuess
{
    private static readonly string[] MasculineSurnames = ["ов", "ев", "ёв", "ын", "ский", "цкий", "ый"];
    private static readonly string[] FeminineSurnames = ["ова", "ева", "ёва", "ына", "ская", "цкая", "ая", "яя"];

    public static Gender Of(PersonName name)
    {
        var patronymic = name.PatronymicGender();
        if (patronymic != Gender.Unknown)
            return patronymic;
        var surname = name.Words(NamePart.Surname).LastOrDefault();
        var bySurname = BySurname(surname);
        if (bySurname != Gender.Unknown)
            return bySurname;
        var byGiven = name.Words(NamePart.Given).Select(RussianGivenNames.GenderOf).FirstOrDefault();
        return byGiven != Gender.Unknown ? byGiven : ByDoubtfulSurname(surname);
    }

    public static Gender BySurname(string? surname) => surname is null || surname.Length < 4 ? Gender.Unknown
        : EndsWithAny(surname, MasculineSurnames) ? Gender.Masculine
        : EndsWithAny(surname, FeminineSurnames) ? Gender.Feminine
        : Gender.Unknown;

    /// <summary>«Щербина» is anybody's surname and «Грин» too; they decide only where nothing else does.</summary>
    private static Gender ByDoubtfulSurname(string? surname) => surname is null ? Gender.Unknown
        : surname.EndsWith("ин", StringComparison.Ordinal) ? Gender.Masculine
        : surname.EndsWith("ина", StringComparison.Ordinal) ? Gender.Feminine
        : Gender.Unknown;

    private static bool EndsWithAny(string word, string[] endings) =>
        endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));
}
