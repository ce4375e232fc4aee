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
        Own(word, isAcronym).Append(word).Concat(isAcronym ? LookAlikes.Of(word) : []).Distinct(StringComparer.Ordinal).Select(form => (form, (int)CaseBits.Any))
            .Concat(inSeveral && !isAcronym && IsDeclined(word) ? Loose(word) : []);

    private static bool IsDeclined(string word) => word.Length > 1 && word.All(c => Matching.Letters.IsCyrillic(c)) && !Abbreviated.Contains(word, StringComparer.Ordinal);

    private static IEnumerable<string> Own(string word, bool isAcronym)
    {
        if (!IsDeclined(word))
        {
            return Abbreviated.Contains(word, StringComparer.Ordinal) ? Abbreviated : [];
        }

        return isAcronym ? Declined(word, RussianNounTables.Nouns) : Declined(word, RussianNounTables.Nouns).Concat(Declined(word, RussianNounTables.Adjectives));
    }

    private static IEnumerable<(string Form, int Cases)> Loose(string word)
    {
        if (TitleEndings.Stem(word) is not { } stem)
        {
            return [];
        }

        var isPlural = TitleEndings.IsPlural(word[stem.Length..]);
        return TitleEndings.All.Append("").Select(e => (stem + e, (int)(!isPlural && TitleEndings.IsPlural(e) ? CaseBits.Plural : CaseBits.Any)));
    }

    private static IEnumerable<string> Declined(string word, ParadigmTable table) =>
        from wanted in Classes
        let row = table.Find(word, wanted)
        where row is not null
        from @case in Enum.GetValues<GrammaticalCase>()
        from form in row.Forms(word, @case)
        select form;
}
