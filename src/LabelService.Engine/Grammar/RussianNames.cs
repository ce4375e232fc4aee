using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Grammar;

/// <summary>
/// Declines Russian names of persons and organisations, for notices («иностранным агентом …») and to recognise a name in any case.
/// Words that never decline, Latin letters, initials and whatever stands in quotes or parentheses stay as they are.
/// </summary>
public static class RussianNames
{
    private static readonly ImmutableArray<GrammaticalCase> Cases = [.. Enum.GetValues<GrammaticalCase>()];

    /// <summary>
    /// The name in a case. A person's unknown gender is guessed; a word whose declension still depends on it stays in the nominative.
    /// </summary>
    public static string Inflect(string name, EntityKind kind, Gender gender, GrammaticalCase @case)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Decliner(name, kind, gender)(@case)[0];
    }

    /// <summary>
    /// Every form of the name: the six cases in the order of <see cref="GrammaticalCase"/> (equal ones too), then rarer forms, such as
    /// «-ою», the other of two possible stresses, or, where the gender stays unknown, those of either. Words keep their order.
    /// </summary>
    public static ImmutableArray<string> AllCases(string name, EntityKind kind, Gender gender)
    {
        ArgumentNullException.ThrowIfNull(name);
        var usual = Decliner(name, kind, gender);
        ImmutableArray<ImmutableArray<string>> forms = [.. Cases.Select(usual)];
        var firsts = forms.Select(variants => variants[0]).ToImmutableArray();
        var rarer = forms.SelectMany(variants => variants.Skip(1)).Concat(OfEitherGender(name, kind, gender));
        return [.. firsts, .. rarer.Except(firsts)];
    }

    /// <summary>The gender that a person's name shows: by the patronymic, else the surname, else the given name.</summary>
    public static Gender GuessGender(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return GenderGuess.Of(PersonName.Read(name));
    }

    private static Func<GrammaticalCase, ImmutableArray<string>> Decliner(string name, EntityKind kind, Gender gender)
    {
        if (kind != EntityKind.Person)
        {
            var tokens = NameToken.Split(name);
            return @case => FormProduct.Join(OrganisationDeclension.Forms(tokens, @case));
        }
        var person = PersonName.Read(name);
        var known = gender == Gender.Unknown ? GenderGuess.Of(person) : gender;
        return @case => FormProduct.Join(PersonDeclension.Forms(person, known, @case));
    }

    private static IEnumerable<string> OfEitherGender(string name, EntityKind kind, Gender gender)
    {
        if (kind != EntityKind.Person || gender != Gender.Unknown || GuessGender(name) != Gender.Unknown)
            return [];
        return AllCases(name, kind, Gender.Masculine).Concat(AllCases(name, kind, Gender.Feminine));
    }
}
