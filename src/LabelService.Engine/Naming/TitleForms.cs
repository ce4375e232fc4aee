using LabelService.Engine.Grammar;

namespace LabelService.Engine.Naming;

/// <summary>
/// The forms in which a word of an organisation's name is met. Its part of speech is not known, so the tables of nouns and adjectives
/// are both asked; inside a name of several words, whose other words vouch for it, any ending on its stem counts.
/// </summary>
internal static class TitleForms
{
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
        return inSeveral && TitleEndings.Stem(word) is { } stem ? forms.Concat(TitleEndings.All.Select(e => stem + e)).Append(stem) : forms;
    }

    private static IEnumerable<string> Declined(string word, ParadigmTable table) =>
        from wanted in Classes
        let row = table.Find(word, wanted)
        where row is not null
        from @case in Enum.GetValues<GrammaticalCase>()
        from form in row.Forms(word, @case)
        select form;
}
