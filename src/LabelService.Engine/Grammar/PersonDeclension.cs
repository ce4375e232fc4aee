using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Grammar;

/// <summary>Declines the words of a person's name, each by the table of what it is.</summary>
internal static class PersonDeclension
{
    /// <summary>Endings of first parts of double surnames that decline; other first parts («Бонч-», «Книппер-») usually stay.</summary>
    private static readonly string[] DecliningFirstParts =
        ["ов", "ев", "ёв", "ин", "ын", "ий", "ый", "ова", "ева", "ёва", "ина", "ына", "ая"];

    /// <summary>For each token its forms in this case, the usual one first. An unknown gender leaves what depends on it.</summary>
    public static ImmutableArray<ImmutableArray<string>> Forms(PersonName name, Gender gender, GrammaticalCase @case) =>
        [.. name.Tokens.Select((token, i) => WordForms(token.Text, name.Parts[i], gender, @case))];

    /// <summary>
    /// Every form of one piece of a name (a word without hyphen, in lower case) with a bit for each case, in the order of
    /// <see cref="GrammaticalCase"/>. An unknown gender gives the forms of either.
    /// </summary>
    public static IEnumerable<(string Form, int Cases)> Recognise(string piece, NamePart part, Gender gender, bool isLast)
    {
        if (gender == Gender.Unknown)
            return Recognise(piece, part, Gender.Masculine, isLast).Concat(Recognise(piece, part, Gender.Feminine, isLast));
        return Enum.GetValues<GrammaticalCase>()
            .SelectMany(@case => PieceForms(piece, part, gender, @case, isLast).Select(form => (form, 1 << (int)@case)));
    }

    private static ImmutableArray<string> WordForms(string word, NamePart part, Gender gender, GrammaticalCase @case)
    {
        if (part == NamePart.Fixed || @case == GrammaticalCase.Nominative)
            return [word];
        var pieces = word.Split('-');
        var forms = pieces.Select((piece, i) => PieceForms(piece, part, gender, @case, isLast: i == pieces.Length - 1));
        return FormProduct.Join(forms, "-");
    }

    private static ImmutableArray<string> PieceForms(string piece, NamePart part, Gender gender, GrammaticalCase @case, bool isLast)
    {
        if (@case == GrammaticalCase.Nominative)
            return [piece];
        var lowered = piece.ToLowerInvariant();
        ImmutableArray<string> forms = [.. Lookup(lowered, part, gender, @case).Select(form => LetterCase.Copy(piece, form))];
        if (isLast || forms is [var only] && only == piece)
            return forms;
        return StaysAsFirstPart(lowered, part, gender) ? [piece, .. forms] : [.. forms, piece];
    }

    private static bool StaysAsFirstPart(string lowered, NamePart part, Gender gender) =>
        part == NamePart.Surname
            ? !DecliningFirstParts.Any(ending => lowered.EndsWith(ending, StringComparison.Ordinal))
            : gender == Gender.Masculine;

    private static ImmutableArray<string> Lookup(string word, NamePart part, Gender gender, GrammaticalCase @case)
    {
        if (word.Length < 2)
            return [word];
        var table = part switch
        {
            NamePart.Given => RussianPersonTables.GivenNames,
            NamePart.Patronymic => RussianPersonTables.Patronymics,
            _ => RussianPersonTables.Surnames,
        };
        if (gender != Gender.Unknown)
            return table.Find(word, ClassOf(gender))?.Forms(word, @case) ?? [word];
        var masculine = Lookup(word, part, Gender.Masculine, @case);
        return masculine.SequenceEqual(Lookup(word, part, Gender.Feminine, @case)) ? masculine : [word];
    }

    private static NounClass ClassOf(Gender gender) => gender == Gender.Feminine ? NounClass.Feminine : NounClass.Masculine;
}
