using System.Collections.Frozen;

namespace LabelService.Engine.Grammar;

/// <summary>The frequent given names in every case, made once: a text is asked word by word.</summary>
internal static class GivenNameForms
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
        from name in RussianGivenNames.All
        from @class in new[] { NounClass.Masculine, NounClass.Feminine }
        let row = RussianPersonTables.GivenNames.Find(name, @class)
        where row is not null
        from @case in Enum.GetValues<GrammaticalCase>()
        from form in row.Forms(name, @case)
        select form);

    /// <summary>Endings of patronymics without their own endings: «-ович», «-овна», «-инична».</summary>
    private static readonly string[] Patronymics = ["вич", "вн", "ичн"];

    public static bool Contains(string word) => Known.Contains(word.ToLowerInvariant());

    /// <summary>Whether a word looks like a patronymic in any case.</summary>
    public static bool IsPatronymic(string word)
    {
        var lowered = word.ToLowerInvariant();
        var stem = lowered.EndsWith("вич", StringComparison.Ordinal) ? lowered : lowered.TrimEnd('а', 'у', 'е', 'м', 'ы', 'о', 'й', 'ю');
        return stem.Length > 4 && Patronymics.Any(ending => stem.EndsWith(ending, StringComparison.Ordinal));
    }
}
