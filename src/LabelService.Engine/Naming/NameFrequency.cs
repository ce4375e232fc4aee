using System.Collections.Frozen;

namespace LabelService.Engine.Naming;

/// <summary>
/// How common surnames are. The 250 commonest Russian surnames are those of the count of А. Ф. Журавлёв, «К статистике русских фамилий»,
/// Вопросы ономастики 2 (2005), pages 126–146.
/// </summary>
internal static class NameFrequency
{
    private static readonly FrozenSet<string> Common = CommonSurnames.All.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(SurnameFamily.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The endings of the surnames that the count covers; of names of other kinds it says nothing, so none of them is taken for rare.</summary>
    private static readonly string[] Counted = ["ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ова", "ева", "ёва", "ина", "ына", "ская", "цкая"];

    /// <summary>
    /// Whether hardly more than one person can bear the name. A given name and a surname behind the 250 commonest are still shared by
    /// thousands; the parts of a double surname, both of them counted and not among the common ones, meet in a handful of families.
    /// </summary>
    public static bool IsRare(PersonReading name) =>
        name is { Surname.Length: 2, HasSpacedSurname: false } && name.Surname.All(part => IsCounted(part) && !IsCommon(part));

    /// <summary>Whether the surname is one of the commonest.</summary>
    public static bool IsCommon(PersonReading name) => name.Surname.Length == 1 && IsCommon(name.Surname[0]);

    private static bool IsCommon(string surname) => Common.Contains(SurnameFamily.Of(surname));

    private static bool IsCounted(string surname) => Counted.Any(ending => surname.Length > ending.Length + 1 && surname.EndsWith(ending, StringComparison.Ordinal));
}
