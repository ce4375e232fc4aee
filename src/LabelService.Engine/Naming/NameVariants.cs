using System.Buffers;
using System.Text.RegularExpressions;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>The names by which an entity is known, before any word of them is declined.</summary>
internal static partial class NameVariants
{
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789 .,-–/");

    private static readonly char[] Quotes = ['«', '»', '"', '“', '”', '„'];

    public static IEnumerable<(string Name, NameKind Kind)> Of(Entity entity) => Written(entity).Select(n => IsWeak(n.Name) ? (n.Name, NameKind.QuotedAlias) : n);

    private static IEnumerable<(string Name, NameKind Kind)> Written(Entity entity)
    {
        var isPerson = entity.Kind == EntityKind.Person;
        foreach (var name in isPerson ? BracketedName.All(entity.Name) : [Registered(entity.Name)])
        {
            yield return name;
        }

        if (entity.NameEn is { Length: > 0 } english)
        {
            yield return isPerson ? (english, NameKind.Registered) : Registered(english);
        }

        foreach (var alias in entity.Aliases)
        {
            yield return (alias, NameKind.Alias);
        }

        foreach (var alias in entity.QuotedAliases)
        {
            yield return (alias, NameKind.QuotedAlias);
        }

        foreach (var name in isPerson ? [] : Derived(entity).Where(n => n.Name.Length > 1))
        {
            yield return name;
        }
    }

    /// <summary>A name that is nothing but one quoted ordinary word («Сирена») is the word wherever it stands without the quotes.</summary>
    private static (string Name, NameKind Kind) Registered(string name)
    {
        var bare = name.Trim().Trim(Quotes);
        return bare.Length < name.Trim().Length && !bare.AsSpan().ContainsAny(Quotes) && OrdinaryNames.IsOrdinary(bare)
            ? (bare, NameKind.QuotedAlias)
            : (name, NameKind.Registered);
    }

    /// <summary>A letter, a number, a particle or a word in small letters names nobody where it stands without quotes.</summary>
    private static bool IsWeak(string name)
    {
        var bare = name.AsSpan().Trim(Quotes);
        return bare.Length == 1 || !bare.ContainsAnyExcept(Figures) || (!bare.Contains(' ') && (!Capitals.AreIn(bare) || OrdinaryWords.IsParticle(NameKey.Of(bare.ToString()))));
    }

    private static IEnumerable<(string Name, NameKind Kind)> Derived(Entity entity)
    {
        foreach (var name in new[] { entity.Name, entity.NameEn }.OfType<string>())
        {
            var bare = Brackets().Replace(name, " ").Trim();
            if (bare != name && bare.Length > 3)
            {
                yield return (bare, NameKind.Registered);
            }

            if (LegalForms.Without(bare) is { } without)
            {
                yield return (without, without.Contains(' ', StringComparison.Ordinal) ? NameKind.Registered : NameKind.QuotedPart);
            }

            foreach (var other in LegalForms.Respell(bare))
            {
                yield return (other, NameKind.Registered);
            }

            if (QuotedPart(name) is { } quoted)
            {
                yield return (quoted, NameKind.QuotedPart);
            }

            foreach (var acronym in Acronyms.Of(bare))
            {
                yield return (acronym, NameKind.Acronym);
            }
        }
    }

    private static string? QuotedPart(string name)
    {
        var open = name.IndexOfAny(['«', '"', '“', '„']);
        var close = name.LastIndexOfAny(['»', '"', '”', '“']);
        return open >= 0 && close > open + 1 ? name.Substring(open + 1, close - open - 1) : null;
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}
