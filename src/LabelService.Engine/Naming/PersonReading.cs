using System.Collections.Immutable;
using LabelService.Engine.Grammar;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>A person's name cut into what a text can give or leave out; words in lower case, hyphenated ones in their parts.</summary>
/// <param name="Given">Every given name, the first one first, each in its parts.</param>
internal sealed record PersonReading(ImmutableArray<string> Surname, ImmutableArray<ImmutableArray<string>> Given, string? Patronymic, Gender Gender, bool IsLatin)
{
    /// <summary>Whether blanks part the words of the surname, not hyphens.</summary>
    public bool HasSpacedSurname { get; init; }

    /// <summary>Marks inside a word at which texts are cut: «Бонч-Зимин», «О’Хара».</summary>
    private static readonly char[] Joints = ['-', '\'', '’', 'ʼ', '‐', '‑'];

    /// <summary>Whether its words are those of a person: a pseudonym such as «Лесной Кот» is a title of two words.</summary>
    public bool IsLikely => Patronymic is not null || Given[0].Any(RussianGivenNames.IsKnown);

    /// <summary>Reads a registered name; null where it is not a given name and a surname, such as a pseudonym or «Чин Ман Дын».</summary>
    public static PersonReading? Of(string name, Gender known)
    {
        var bare = BracketedName.Outside(name);
        if (!bare.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        return bare.Any(c => c is >= '\u0400' and <= '\u04FF') ? OfCyrillic(bare, known) : OfLatin(bare);
    }

    private static PersonReading? OfCyrillic(string name, Gender known)
    {
        var read = PersonName.Read(name);
        var surname = read.Words(NamePart.Surname).SelectMany(w => Parts(w)).ToImmutableArray();
        var given = read.Words(NamePart.Given).Select(Parts).ToImmutableArray();
        if (surname.IsEmpty || given.IsEmpty || given.Any(g => g.IsEmpty))
        {
            return null;
        }

        var gender = known == Gender.Unknown ? GuessGender(read) : known;
        return new PersonReading(surname, given, read.Words(NamePart.Patronymic).FirstOrDefault(), gender, IsLatin: false)
        {
            HasSpacedSurname = read.Words(NamePart.Surname).Skip(1).Any(),
        };
    }

    /// <summary>The gender where the name leaves no doubt; forms of either are recognised where it does: «Франсуа», «Женя».</summary>
    private static Gender GuessGender(PersonName name)
    {
        var guess = GenderGuess.Of(name);
        var isSure = name.PatronymicGender() != Gender.Unknown || GenderGuess.BySurname(name.Words(NamePart.Surname).LastOrDefault()) != Gender.Unknown
            || name.Words(NamePart.Given).Any(RussianGivenNames.IsKnown) || !name.Words(NamePart.Given).First().EndsWith('а');
        return isSure ? guess : Gender.Unknown;
    }

    private static PersonReading? OfLatin(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var ordered = comma > 0 ? $"{name[(comma + 1)..].Trim()} {name[..comma].Trim()}" : name;
        var words = ordered.ToLowerInvariant().Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || words.Any(w => !char.IsLetter(w[0])))
        {
            return null;
        }

        var patronymic = Array.FindIndex(words, 1, words.Length - 2, w => PatronymicShape.FitsLatin(w));
        var given = words[..^1].Where((_, i) => i != patronymic).Select(Parts);
        return new PersonReading(Parts(words[^1]), [.. given], patronymic > 0 ? words[patronymic] : null, Gender.Unknown, IsLatin: true);
    }

    private static ImmutableArray<string> Parts(string word) => [.. word.Split(Joints, StringSplitOptions.RemoveEmptyEntries)];
}
