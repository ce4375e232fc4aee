using LabelService.Engine.Grammar;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>The forms of a person's name that stand for all: in each case, with and without the patronymic, in Latin letters, by initials.</summary>
internal static class PersonForms
{
    /// <summary>Latin spellings that are shown: one a system in use.</summary>
    private const int MostSpellings = 4;

    public static IEnumerable<(FormShape Shape, IEnumerable<(string, GrammaticalCase?)> Forms)> Of(string name, Gender gender)
    {
        if (PersonReading.Of(name, gender) is not { } read)
        {
            return [];
        }

        var bare = BracketedName.Outside(name);
        return read.IsLatin ? OfLatin(bare) : OfCyrillic(bare, read);
    }

    private static IEnumerable<(FormShape, IEnumerable<(string, GrammaticalCase?)>)> OfCyrillic(string registered, PersonReading read)
    {
        var name = PersonName.Read(registered);
        var (given, patronymic, surname) = (Words(name, NamePart.Given), Words(name, NamePart.Patronymic), Words(name, NamePart.Surname));
        var shorter = $"{given.Split(' ')[0]} {surname}";
        var hasMore = patronymic.Length > 0 || given.Contains(' ', StringComparison.Ordinal);
        IEnumerable<(string, GrammaticalCase?)> written = [(Joined(surname, given, patronymic), GrammaticalCase.Nominative), (registered, GrammaticalCase.Nominative)];
        yield return (FormShape.FullName, hasMore ? [.. Cases(Joined(given, patronymic, surname), read.Gender), .. written] : []);
        yield return (FormShape.GivenAndSurname, [.. Cases(shorter, read.Gender), (Joined(surname, given.Split(' ')[0]), GrammaticalCase.Nominative)]);
        yield return (FormShape.Latin, Plain(Spelt(shorter)));
        yield return (FormShape.Initials, Plain(Initials(given[..1], patronymic.Length > 0 ? patronymic[..1] : "", surname)));
        yield return (FormShape.SurnameAlone, Cases(shorter, read.Gender).Select(c => (LastWords(c.Item1), c.Item2)));
    }

    private static IEnumerable<(FormShape, IEnumerable<(string, GrammaticalCase?)>)> OfLatin(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var ordered = comma > 0 ? Joined(name[(comma + 1)..].Trim(), name[..comma].Trim()) : name;
        var words = ordered.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (first, last) = (words[0], words[^1]);
        yield return (FormShape.FullName, words.Length > 2 ? Plain([ordered]) : []);
        yield return (FormShape.GivenAndSurname, Plain([$"{first} {last}", $"{last}, {first}", $"{first} {last}'s"]));
        yield return (FormShape.Initials, Plain(Initials(first[..1], "", last)));
        yield return (FormShape.SurnameAlone, Plain([last]));
    }

    private static IEnumerable<(string, GrammaticalCase?)> Cases(string name, Gender gender) =>
        RussianNames.AllCases(name, EntityKind.Person, gender).Take(6).Select((form, i) => (form, (GrammaticalCase?)i));

    private static IEnumerable<(string, GrammaticalCase?)> Plain(IEnumerable<string> forms) => forms.Select(form => (form, (GrammaticalCase?)null));

    private static IEnumerable<string> Spelt(string name)
    {
        var words = name.Split(' ').Select(w => w.Split('-').Select(Spellings).ToList()).ToList();
        return words.Exists(w => w.Exists(part => part.Count == 0))
            ? []
            : Enumerable.Range(0, MostSpellings * 2)
                .Select(i => string.Join(' ', words.Select(w => string.Join('-', w.Select(part => part[Math.Min(i, part.Count - 1)])))))
                .Distinct(StringComparer.Ordinal).Take(MostSpellings);
    }

    private static List<string> Spellings(string part) => [.. Transliteration.Spell(part.ToLowerInvariant()).Select(s => LetterCase.Copy(part, s))];

    private static IEnumerable<string> Initials(string first, string second, string surname)
    {
        var both = second.Length > 0 ? $"{first}. {second}." : $"{first}.";
        return [$"{both} {surname}", $"{surname} {both}", $"{first}. {surname}"];
    }

    private static string Words(PersonName name, NamePart part) => string.Join(' ', name.Tokens.Where((_, i) => name.Parts[i] == part).Select(t => t.Text));

    private static string LastWords(string name) => name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static string Joined(params string[] words) => string.Join(' ', words.Where(w => w.Length > 0));
}
