using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Grammar;

/// <summary>
/// Restores the nominative of a person's name: each word by the table of every part that it can be, and of the names that come out,
/// those that decline into the form.
/// </summary>
internal static class PersonRestoration
{
    private const int MostWords = 5;

    /// <summary>Nominatives tried of each word; what is less likely than these and the word itself is no name.</summary>
    private const int MostReadings = 4;

    private const int KnownGivenName = 12;
    private const int GenderShown = 6;
    private const int StressedEnding = 6;
    private const int UsualEnding = 4;

    /// <summary>Endings of surnames so usual that other nominatives of the same form hardly occur: «Дольская», not «Дольска».</summary>
    private static readonly string[] UsualEndings = ["ский", "цкий", "ская", "цкая", "дзе", "швили", "енко", "ых"];

    public static IEnumerable<NameReading> Read(string form, GrammaticalCase @case, Gender gender)
    {
        var tokens = NameToken.Split(form);
        var parts = PersonName.Read(form).Parts;
        int[] words = [.. Enumerable.Range(0, tokens.Length).Where(i => tokens[i].IsWord && parts[i] != NamePart.Fixed)];
        if (words.Length is 0 or > MostWords)
            return [];
        Gender[] genders = gender == Gender.Unknown ? [Gender.Masculine, Gender.Feminine] : [gender];
        return from each in genders
               from layout in Layouts(words.Length)
               from name in Names(tokens, words, layout, each, @case)
               where HasLayout(name.Word, words, layout) && Declines(name.Word, each, @case, form)
               select new NameReading(name.Word, EntityKind.Person, each, name.Evidence + Likelihood(name.Word, each));
    }

    /// <summary>Whether the name has this form in this case; ё and е, capitals and small letters are the same.</summary>
    public static bool Declines(string name, Gender gender, GrammaticalCase @case, string form) =>
        FormProduct.Join(PersonDeclension.Forms(PersonName.Read(name), gender, @case)).Any(one => Spelling.Same(one, form));

    /// <summary>The orders in which names are written, as <see cref="PersonName"/> reads them.</summary>
    private static IEnumerable<NamePart[]> Layouts(int words)
    {
        yield return [.. Enumerable.Repeat(NamePart.Given, words - 1), NamePart.Surname];
        yield return [words > 1 ? NamePart.Surname : NamePart.Given, .. Enumerable.Repeat(NamePart.Given, words - 1)];
        for (var at = 1; at < words - 1; at++)
            yield return [.. Enumerable.Repeat(NamePart.Given, at), NamePart.Patronymic, .. Enumerable.Repeat(NamePart.Surname, words - at - 1)];
        if (words > 1)
            yield return [.. Enumerable.Repeat(NamePart.Surname, words - 2), NamePart.Given, NamePart.Patronymic];
    }

    /// <summary>Whether the restored name reads as the parts by whose tables it was restored.</summary>
    private static bool HasLayout(string name, int[] words, NamePart[] layout)
    {
        var parts = PersonName.Read(name).Parts;
        return words.Select((word, i) => parts[word] == layout[i]).All(same => same);
    }

    private static IEnumerable<Restored> Names(ImmutableArray<NameToken> tokens, int[] words, NamePart[] layout, Gender gender, GrammaticalCase @case)
    {
        IEnumerable<Restored> names = [new Restored("", 0)];
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = Array.IndexOf(words, i);
            var readings = word < 0 ? [new Restored(tokens[i].Text, 0)] : Words(tokens[i].Text, layout[word], gender, @case);
            names = names.SelectMany(head => readings.Select(next => new Restored(head.Word + next.Word, head.Evidence + next.Evidence)));
        }

        return names;
    }

    /// <summary>The word's own pieces between hyphens decline each; «Бонч-» and other first pieces may stay.</summary>
    private static Restored[] Words(string word, NamePart part, Gender gender, GrammaticalCase @case)
    {
        IEnumerable<Restored> words = [new Restored("", 0)];
        var pieces = word.Split('-');
        for (var i = 0; i < pieces.Length; i++)
        {
            var readings = Pieces(pieces[i], part, gender, @case);
            var hyphen = i > 0 ? "-" : "";
            words = words.SelectMany(head => readings.Select(next => new Restored(head.Word + hyphen + next.Word, head.Evidence + next.Evidence)));
        }

        return [.. words];
    }

    private static Restored[] Pieces(string piece, NamePart part, Gender gender, GrammaticalCase @case)
    {
        var table = part switch
        {
            NamePart.Given => RussianPersonTables.GivenNames,
            NamePart.Patronymic => RussianPersonTables.Patronymics,
            _ => RussianPersonTables.Surnames,
        };
        var wanted = gender == Gender.Feminine ? NounClass.Feminine : NounClass.Masculine;
        return
        [
            .. Spelling.Variants(piece).SelectMany(form => table.Nominatives(form, wanted, @case)).Take(MostReadings).Append(new Restored(piece, 0))
                .Select(found => found with { Word = Spelling.Copy(piece, found.Word) }).DistinctBy(found => found.Word),
        ];
    }

    private static int Likelihood(string name, Gender gender)
    {
        var person = PersonName.Read(name);
        var known = person.Words(NamePart.Given).Count(word => RussianGivenNames.IsKnown(word) && RussianGivenNames.GenderOf(word) is var of && (of == gender || of == Gender.Unknown));
        var shown = GenderGuess.Of(person);
        return (KnownGivenName * known) + (shown == gender ? GenderShown : shown == Gender.Unknown ? 0 : -GenderShown)
            + (StressedEnding * person.Words(NamePart.Surname).Count(StressedSurnames.Contains))
            + (UsualEnding * person.Words(NamePart.Surname).Count(word => UsualEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal))));
    }
}
