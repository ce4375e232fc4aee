using System.Collections.Frozen;
using LabelService.Engine.Grammar;
using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>
/// How common surnames are. The 250 commonest Russian surnames are those of the count of А. Ф. Журавлёв, «К статистике русских фамилий»,
/// Вопросы ономастики 2 (2005), pages 126–146. Together with the given names that Russian bears by the thousand they tell names that many
/// people share from names that hardly anybody does.
/// </summary>
internal static class NameFrequency
{
    private static readonly FrozenSet<string> Common = CommonSurnames.All.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(s => WordScanner.Fold(s)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The endings by which Russian, Ukrainian and Belarusian make surnames freely: whatever is made by them is borne by many.</summary>
    private static readonly string[] Productive =
        ["ов", "ев", "ин", "ын", "ский", "цкий", "ий", "ый", "ой", "ко", "ук", "юк", "ич", "ец", "ак", "як", "ик", "ых", "их", "ян", "дзе", "ия", "ли", "ль", "ер", "ман"];

    /// <summary>Whether neither the surname nor the given name is borne by many.</summary>
    public static bool IsRare(PersonReading name)
    {
        var surname = SurnameFamily.Of(name.Surname[^1]).TrimEnd('-');
        return !name.IsLatin && !Common.Contains(surname) && !Productive.Any(e => name.Surname[^1].EndsWith(e, StringComparison.Ordinal) || surname.EndsWith(e, StringComparison.Ordinal))
            && !name.Given[0].Any(RussianGivenNames.IsKnown);
    }
}
