using LabelService.Engine.Grammar;

namespace LabelService.Engine.Registries;

/// <summary>How strong a form of a name is as evidence.</summary>
public enum NameKind
{
    /// <summary>The name as registered, in any case and order of words.</summary>
    Registered,

    /// <summary>A name that counts wherever it stands.</summary>
    Alias,

    /// <summary>An ordinary word that counts only in quotes or beside a word such as «издание».</summary>
    QuotedAlias,

    /// <summary>What stands in quotes inside a registered name: enough inside a notice, too little elsewhere.</summary>
    QuotedPart,

    /// <summary>Given name and surname of a person: shared by namesakes, so a moderator confirms.</summary>
    GivenAndSurname,
}

public readonly record struct NameForm(string Text, NameKind Kind);

/// <summary>The ways in which texts write an entity's names. The one place that a fuller matching has to widen.</summary>
public static class NameForms
{
    public static IEnumerable<NameForm> Of(Entity entity)
    {
        foreach (var form in Forms(entity, entity.Name).Append(entity.Name))
        {
            yield return new NameForm(form, NameKind.Registered);
        }

        if (entity.NameEn is { Length: > 0 } english)
        {
            yield return new NameForm(english, NameKind.Registered);
        }

        foreach (var alias in entity.Aliases.SelectMany(a => Forms(entity, a).Append(a)))
        {
            yield return new NameForm(alias, NameKind.Alias);
        }

        foreach (var alias in entity.QuotedAliases.SelectMany(a => Forms(entity, a).Append(a)))
        {
            yield return new NameForm(alias, NameKind.QuotedAlias);
        }

        foreach (var part in entity.Kind == EntityKind.Person ? ShortNames(entity) : QuotedParts(entity))
        {
            yield return part;
        }
    }

    private static IEnumerable<string> Forms(Entity entity, string name) =>
        RussianNames.AllCases(name, entity.Kind, entity.Gender);

    /// <summary>Registered persons are «Фамилия Имя Отчество» or «Имя Отчество Фамилия»; the patronymic tells which.</summary>
    private static IEnumerable<NameForm> ShortNames(Entity entity)
    {
        foreach (var form in Forms(entity, entity.Name).Append(entity.Name).Distinct())
        {
            var words = form.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 3 || words.Any(w => w.Contains('"') || w.Contains('«')))
            {
                continue;
            }

            var given = RegisteredOrder.GivenFirst(entity.Name) ? (words[0], words[2], words[1]) : (words[1], words[0], words[2]);
            yield return new NameForm($"{given.Item1} {given.Item2}", NameKind.GivenAndSurname);
            yield return new NameForm($"{given.Item2} {given.Item1}", NameKind.GivenAndSurname);
            yield return new NameForm($"{given.Item1} {given.Item3} {given.Item2}", NameKind.Registered);
            yield return new NameForm($"{given.Item2} {given.Item1} {given.Item3}", NameKind.Registered);
        }
    }

    private static IEnumerable<NameForm> QuotedParts(Entity entity)
    {
        foreach (var name in new[] { entity.Name, entity.NameEn })
        {
            var open = name?.IndexOfAny(['«', '"', '“', '„']) ?? -1;
            var close = name?.LastIndexOfAny(['»', '"', '”', '“']) ?? -1;
            if (open >= 0 && close > open + 1)
            {
                yield return new NameForm(name!.Substring(open + 1, close - open - 1), NameKind.QuotedPart);
            }
        }
    }
}

internal static class RegisteredOrder
{
    private static readonly string[] PatronymicEndings = ["вич", "вна", "ична", "инична", "ьич", "оглы", "кызы"];

    /// <summary>Whether «Имя Отчество Фамилия», rather than «Фамилия Имя Отчество», is the order of the registered name.</summary>
    public static bool GivenFirst(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 3 && PatronymicEndings.Any(e => words[1].EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }
}
