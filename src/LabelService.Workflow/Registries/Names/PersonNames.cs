using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LabelService.Engine.Grammar;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Names;

/// <summary>
/// Names of persons as the register writes them: «Фамилия Имя Отчество», then pseudonyms in quotes, former or other names in
/// brackets. The name stays in the register's order.
/// </summary>
internal static partial class PersonNames
{
    /// <summary>Shorter pseudonyms are words or syllables of anything.</summary>
    private const int ShortestLoneWord = 5;

    public static bool IsPerson(string name)
    {
        var plain = Brackets().Replace(Plain(name), " ");
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && plain.Length > 0 && words.All(w => NameWord().IsMatch(w))
            && (words.Any(w => Patronymic().IsMatch(w)) || !words.Any(OrganisationNames.IsBodyWord));
    }

    public static RegisterName Read(ExportRow row, string text, ImportReport report)
    {
        var plain = Plain(text);
        var name = NameTidy.Spaces(Brackets().Replace(plain, " "));
        if (!FullName().IsMatch(name))
        {
            report.Add(Oddity.OddPersonName, row, name);
        }

        var former = Brackets().Matches(plain).Select(m => Former(plain, m)).Where(f => f.Length > 0 && f != name).ToImmutableArray();
        if (!former.IsEmpty)
        {
            report.Add(Oddity.FormerName, row, string.Join("; ", former));
        }

        var (aliases, quoted) = Pseudonyms(row, name, text[plain.Length..], report);
        return new RegisterName(name)
        {
            Aliases = [.. former, .. aliases],
            QuotedAliases = quoted,
            Gender = RussianNames.GuessGender(name),
        };
    }

    /// <summary>What stands before the first quote.</summary>
    private static string Plain(string name) => name[..(name.IndexOf('«', StringComparison.Ordinal) is >= 0 and var quote ? quote : name.Length)];

    /// <summary>A bracket at the end holds the former surname or whole name; one inside, another form of the word before it.</summary>
    private static string Former(string plain, Match bracket)
    {
        var inside = NameTidy.Spaces(bracket.Groups[1].Value);
        var before = plain[..bracket.Index].TrimEnd();
        var after = plain[(bracket.Index + bracket.Length)..];
        if (inside.Contains(' ', StringComparison.Ordinal))
        {
            return inside;
        }

        return after.Trim().Length > 0
            ? NameTidy.Spaces($"{before[..(before.LastIndexOf(' ') + 1)]}{inside} {after}")
            : NameTidy.Spaces($"{inside} {(before.IndexOf(' ', StringComparison.Ordinal) is > 0 and var surname ? before[surname..] : "")}");
    }

    private static (ImmutableArray<string> Aliases, ImmutableArray<string> Quoted) Pseudonyms(ExportRow row, string name, string quotedText, ImportReport report)
    {
        var (aliases, quoted) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        foreach (var pseudonym in quotedText.Split([',', ';', '(', ')', '«', '»'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isWord = !pseudonym.Any(char.IsWhiteSpace);
            if (isWord && Surname().IsMatch(pseudonym) && name.Split(' ') is [_, var given, ..])
            {
                aliases.Add($"{given} {pseudonym}");
                report.Add(Oddity.PseudonymWord, row, aliases[^1]);
            }
            else if (isWord && (pseudonym.Length < ShortestLoneWord || OrdinaryNames.IsOrdinary(pseudonym)))
            {
                quoted.Add(pseudonym);
                report.Add(Oddity.PseudonymWord, row, $"{pseudonym} in quotes");
            }
            else
            {
                aliases.Add(pseudonym);
                report.Add(Oddity.Pseudonym, row, pseudonym);
            }
        }

        return (aliases.ToImmutable(), quoted.ToImmutable());
    }

    [GeneratedRegex(@"\(([^()]*)\)?")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(?:[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁа-яё][а-яё]*)*|оглы|кызы|угли|заде)$")]
    private static partial Regex NameWord();

    [GeneratedRegex(@"(?:ович|евич|ьич|ич|овна|евна|ична|инична|оглы|кызы)$")]
    private static partial Regex Patronymic();

    [GeneratedRegex(@"^[\p{L}-]+ [\p{L}-]+ (?:[\p{L}-]+(?:ович|евич|ич|овна|евна|ична)|\p{L}+ (?:оглы|кызы))$")]
    private static partial Regex FullName();

    [GeneratedRegex(@"^\p{Lu}[а-яё-]*(?:ов|ев|ёв|ин|ын|ский|цкий|ый|ова|ева|ёва|ина|ына|ская|цкая|ая|енко|ко|чук)$")]
    private static partial Regex Surname();
}
