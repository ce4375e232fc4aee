using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Grammar;

/// <summary>
/// The inverse of <see cref="RussianNames"/>: gives the nominative of a name that no registry knows, from the forms in which a text has
/// it. Capitals, quotes, Latin letters, abbreviations and the order of words stay.
/// </summary>
public static class NominativeNames
{
    /// <summary>What a second form is worth that the nominative declines into as well.</summary>
    private const int SecondForm = 20;

    /// <summary>Where a text leaves the case open, a name is more often the subject than anything else.</summary>
    private const int NominativeFirst = 3;

    /// <summary>What a name in quotes, Latin or an abbreviation says: this is no person.</summary>
    private const int BodyShown = 12;

    /// <summary>The nominative; the first form as it is where nothing declines into it.</summary>
    /// <param name="forms">The same name wherever the text gives it, the form to answer with first.</param>
    /// <param name="gender">Of a person, where the words around tell it.</param>
    public static string Restore(ImmutableArray<NameForm> forms, Gender gender = Gender.Unknown)
    {
        if (forms.IsDefaultOrEmpty)
            return "";
        var readings = forms.SelectMany((form, i) => form.Cases.SelectMany(@case => Readings(form.Text, @case, gender)
            .Select(reading => reading with { Evidence = reading.Evidence + Others(reading, forms, i) + Prior(reading, form, @case) })));
        return readings.MaxBy(reading => reading.Evidence)?.Name ?? forms[0].Text;
    }

    private static IEnumerable<NameReading> Readings(string form, GrammaticalCase @case, Gender gender)
    {
        var bodies = OrganisationRestoration.Read(form, @case);
        return IsBody(form)
            ? bodies.Select(body => body with { Evidence = body.Evidence + BodyShown })
            : PersonRestoration.Read(form, @case, gender).Concat(bodies);
    }

    private static int Others(NameReading reading, ImmutableArray<NameForm> forms, int but) =>
        SecondForm * forms.Where((form, i) => i != but && form.Cases.Any(@case => Declines(reading, @case, form.Text))).Count();

    private static bool Declines(NameReading reading, GrammaticalCase @case, string form) => reading.Kind == EntityKind.Person
        ? PersonRestoration.Declines(reading.Name, reading.Gender, @case, form)
        : OrganisationRestoration.Declines(reading.Name, @case, form);

    /// <summary>Hardly a name ends in -у or -ю in the nominative.</summary>
    private static int Prior(NameReading reading, NameForm form, GrammaticalCase @case) =>
        @case != GrammaticalCase.Nominative || form.Cases.Length == 1 ? 0 : reading.Name is [.., 'у' or 'ю'] ? -NominativeFirst : NominativeFirst;

    /// <summary>Quotes, a word in small letters beside capitals, Latin, a word all in capitals among others: no person's name has them.</summary>
    private static bool IsBody(string form)
    {
        var tokens = NameToken.Split(form).Where(token => token.Text != " ").ToArray();
        var words = tokens.Where(token => token.IsWord).ToArray();
        var mixed = words.Any(word => char.IsUpper(word.Text[0])) && words.Any(word => word.Text.Any(char.IsLower));
        return tokens.Any(token => token.Text[0] is '«' or '"' or '“' or '„')
            || (words.Length > 0 && tokens.Any(token => !token.IsWord && token.Text.Length > 2 && char.IsAsciiLetter(token.Text[0])))
            || (mixed && words.Any(word => LetterCase.IsAllCapitals(word.Text)))
            || (mixed && PersonName.Read(form) is var name && Enumerable.Range(0, name.Tokens.Length)
                .Any(i => name.Tokens[i].IsWord && name.Parts[i] != NamePart.Fixed && char.IsLower(name.Tokens[i].Text[0])));
    }
}
