using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Grammar;

/// <summary>A person's name cut into words, with what each of them is.</summary>
internal sealed record PersonName(ImmutableArray<NameToken> Tokens, ImmutableArray<NamePart> Parts)
{
    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
        ["оглы", "кызы", "улы", "заде", "фон", "ван", "де", "да", "ди", "дер", "дю", "ла", "ле", "аль", "эль", "бин", "ибн", "тер"]);

    /// <summary>Words that make a patronymic of the name before them, which then stays as it is: «Гасан оглы».</summary>
    private static readonly FrozenDictionary<string, Gender> KinshipWords = new Dictionary<string, Gender>(StringComparer.Ordinal)
    {
        ["оглы"] = Gender.Masculine, ["улы"] = Gender.Masculine, ["кызы"] = Gender.Feminine,
    }.ToFrozenDictionary();

    private static readonly string[] SurnameEndings =
        ["ов", "ев", "ёв", "ын", "ский", "цкий", "ова", "ева", "ёва", "ына", "ская", "цкая", "енко", "дзе", "швили", "чук", "ых"];

    private static readonly string[] FemininePatronymics = ["овна", "евна", "ёвна", "ична"];

    /// <summary>Reads «Имя Отчество Фамилия», «Фамилия Имя Отчество», «Имя Фамилия», «Фамилия И. О.» and single words.</summary>
    public static PersonName Read(string name)
    {
        var tokens = NameToken.Split(name);
        var parts = new NamePart[tokens.Length];
        int[] words = [.. Enumerable.Range(0, tokens.Length).Where(i => tokens[i].IsWord && !Particles.Contains(Lower(tokens[i])))];
        var hasInitials = tokens.Any(token => token.Text == ".");
        var kinship = Array.FindLastIndex(words, i => tokens.Skip(i + 1).FirstOrDefault(token => token.IsWord) is { Text: { } next }
            && KinshipWords.ContainsKey(next.ToLowerInvariant()));
        var assigned = Assign([.. words.Select(i => Lower(tokens[i]))], hasInitials, kinship);
        for (var i = 0; i < words.Length; i++)
            parts[words[i]] = assigned[i];
        return new PersonName(tokens, [.. parts]);
    }

    /// <summary>The words of one part, in lower case.</summary>
    public IEnumerable<string> Words(NamePart part) => Tokens.Where((_, i) => Parts[i] == part).Select(Lower);

    /// <summary>The gender that a patronymic shows, be it a suffix or a word of kinship.</summary>
    public Gender PatronymicGender() =>
        Tokens.Select(token => KinshipWords.GetValueOrDefault(Lower(token)))
            .Concat(Words(NamePart.Patronymic).Select(GenderByPatronymic))
            .FirstOrDefault(gender => gender != Gender.Unknown);

    private static string Lower(NameToken token) => token.Text.ToLowerInvariant();

    private static NamePart[] Assign(string[] words, bool hasInitials, int kinship)
    {
        if (words.Length == 0)
            return [];
        if (words is [var single])
            return [!hasInitials && RussianGivenNames.IsKnown(single) ? NamePart.Given : NamePart.Surname];
        var parts = new NamePart[words.Length];
        var patronymic = kinship > 0 ? kinship : PatronymicAt(words);
        // «Чин Ман Дын»: of such names only the last syllable declines.
        var areSyllables = patronymic < 0 && words.Length > 2 && words.All(word => Paradigm.CountVowels(word) == 1);
        Array.Fill(parts, areSyllables ? NamePart.Fixed : NamePart.Given);
        if (patronymic > 0)
            AssignByPatronymic(parts, patronymic);
        else
            parts[IsSurnameFirst(words) ? 0 : parts.Length - 1] = NamePart.Surname;
        return parts;
    }

    /// <summary>The patronymic last means that the surname came first, unless there is no room for one.</summary>
    private static void AssignByPatronymic(NamePart[] parts, int at)
    {
        parts[at] = NamePart.Patronymic;
        for (var i = at + 1; i < parts.Length; i++)
            parts[i] = NamePart.Surname;
        for (var i = 0; at == parts.Length - 1 && i < at - 1; i++)
            parts[i] = NamePart.Surname;
    }

    /// <summary>The first patronymic after the first word; «Абрамов Абрам», and «Юрий Ранкович» of two words have none.</summary>
    private static int PatronymicAt(string[] words)
    {
        var first = Array.FindIndex(words, 1, word => GenderByPatronymic(word) != Gender.Unknown);
        return first == 1 && words.Length == 2 && words[1].EndsWith('ч') ? -1 : first;
    }

    private static bool IsSurnameFirst(string[] words)
    {
        var (first, last) = (words[0], words[^1]);
        if (RussianGivenNames.IsKnown(first) || words.Length > 2)
            return false;
        return RussianGivenNames.IsKnown(last) || (IsTypicalSurname(first) && !IsTypicalSurname(last));
    }

    private static bool IsTypicalSurname(string word) => word.Length > 4 && SurnameEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));

    private static Gender GenderByPatronymic(string word) => word.Length < 5 ? Gender.Unknown
        : word.EndsWith("ич", StringComparison.Ordinal) ? Gender.Masculine
        : FemininePatronymics.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)) ? Gender.Feminine
        : Gender.Unknown;
}
