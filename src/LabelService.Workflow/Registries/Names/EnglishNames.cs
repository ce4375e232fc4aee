using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Names;

/// <summary>Names as American and international lists write them: «Surname, Given» for persons, an acronym in brackets for bodies.</summary>
internal static partial class EnglishNames
{
    public static bool IsPerson(string name) => SurnameFirst().IsMatch(name) && !Body().IsMatch(name);

    public static RegisterName Read(string name, EntityKind kind)
    {
        var aliases = ImmutableArray.CreateBuilder<string>();
        if (kind == EntityKind.Person && name.Split(',', StringSplitOptions.TrimEntries) is [var surname, var given])
        {
            aliases.Add($"{given} {surname}");
        }

        var bracket = LastBracket().Match(name);
        if (kind != EntityKind.Person && bracket.Success && bracket.Index > 0)
        {
            // The name without its bracket is how texts write it, and the acronym is how they go on.
            name = name[..bracket.Index].TrimEnd();
            aliases.Add(bracket.Groups[1].Value.Trim());
        }

        return new RegisterName(name)
        {
            Aliases = [.. aliases.Where(a => !OrdinaryNames.IsOrdinary(a) && a.Length > 2)],
            QuotedAliases = [.. aliases.Where(a => OrdinaryNames.IsOrdinary(a) || a.Length == 2)],
        };
    }

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’. -]+, \p{Lu}[\p{L}'’.]*( \p{Lu}[\p{L}'’.]*){0,3}$")]
    private static partial Regex SurnameFirst();

    [GeneratedRegex(@"\b(?:LLC|L\.L\.C|LLP|L\.L\.P|Inc|Incorporated|Ltd|Limited|Corp|Corporation|Co|Company|PLC|P\.C|S\.A|GmbH|AG|Group|Associates|Partners|Agency|Office|Bureau|Council|Party|Committee|Government|Ministry|Center|Centre|Institute|Foundation|Association|Advertising|Relations|Tourism|Tourist|Department|Commission|Press|News|Service|Services|System|International|American|Strategies|Communications|Consulting|Republic|Embassy|Trust)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Body();

    [GeneratedRegex(@"\s*\(([^()]{2,})\)\*?$")]
    private static partial Regex LastBracket();
}
