using LabelService.Engine.Grammar;

namespace LabelService.Engine.Naming;

/// <summary>
/// The forms in which a word of an organisation's name is met. Its part of speech is not known, so the tables of nouns and adjectives
/// are both asked; inside a name of several words, whose other words vouch for it, any ending on its stem counts.
/// </summary>
internal static class TitleForms
{
    /// <summary>All inflectional endings of Russian nouns and adjectives (А. А. Зализняк, «Грамматический словарь русского языка»).</summary>
    private static readonly string[] Endings =
    [
        "иями", "ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "иях", "иям", "ием", "ией", "ях", "ах", "ям", "ам", "ом", "ем", "ым", "им", "ых", "их",
        "ой", "ей", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ов", "ев", "ью", "ия", "ии", "ию", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й",
    ];

    /// <summary>«Институт имени …», «институт им. …».</summary>
    private static readonly string[] Abbreviated = ["имени", "имя", "им"];

    private static readonly NounClass[] Classes = [NounClass.Any, NounClass.Masculine, NounClass.Feminine, NounClass.Neuter, NounClass.Plural];

    public static IEnumerable<(string Form, int Cases)> Of(string word, bool isAcronym, bool inSeveral) =>
        Forms(word, isAcronym, inSeveral).Append(word).Concat(isAcronym ? LookAlikes.Of(word) : []).Distinct(StringComparer.Ordinal).Select(form => (form, (int)CaseBits.Any));

    private static IEnumerable<string> Forms(string word, bool isAcronym, bool inSeveral)
    {
        if (word.Length < 2 || !word.All(c => Matching.Letters.IsCyrillic(c)))
        {
            return [];
        }

        if (Abbreviated.Contains(word, StringComparer.Ordinal))
        {
            return Abbreviated;
        }

        if (isAcronym)
        {
            return Declined(word, RussianNounTables.Nouns);
        }

        var forms = Declined(word, RussianNounTables.Nouns).Concat(Declined(word, RussianNounTables.Adjectives));
        return inSeveral && Stem(word) is { } stem ? forms.Concat(Endings.Select(e => stem + e)).Append(stem) : forms;
    }

    private static IEnumerable<string> Declined(string word, ParadigmTable table) =>
        from wanted in Classes
        let row = table.Find(word, wanted)
        where row is not null
        from @case in Enum.GetValues<GrammaticalCase>()
        from form in row.Forms(word, @case)
        select form;

    private static string? Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word.Length >= 3 ? word : null;
    }
}
