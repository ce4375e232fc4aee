using LabelService.Engine.Grammar;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>The forms of a body's name or a pseudonym that stand for all: in each case, and in quotes where the words alone are ordinary.</summary>
internal static class TitleShapes
{
    /// <summary>The words behind which a title is taken as one, in both languages.</summary>
    private const string Russian = "издание";
    private const string English = "newspaper";

    public static IEnumerable<(FormShape Shape, IEnumerable<(string, GrammaticalCase?)> Forms)> Of(string name, NameKind kind)
    {
        var quoted = Cases(name).Select(c => ($"«{c.Item1}»", c.Item2));
        return kind switch
        {
            NameKind.Acronym => [(FormShape.Words, [(name, null)])],
            NameKind.QuotedPart => [(FormShape.Quoted, quoted)],
            NameKind.QuotedAlias => [(FormShape.Quoted, [.. quoted, ($"{(IsCyrillic(name) ? Russian : English)} {name}", null)]), (FormShape.Words, [(name, null)])],
            _ when name[0] == '«' && name.IndexOf('»', StringComparison.Ordinal) == name.Length - 1 => [(FormShape.Words, Cases(name[1..^1]).Select(c => ($"«{c.Item1}»", c.Item2)))],
            _ => [(FormShape.Words, Cases(name))],
        };
    }

    private static IEnumerable<(string, GrammaticalCase?)> Cases(string name) => IsCyrillic(name)
        ? RussianNames.AllCases(name, EntityKind.Organisation, Gender.Unknown).Take(6).Select((form, i) => (form, (GrammaticalCase?)i))
        : [(name, null)];

    private static bool IsCyrillic(string name) => name.Any(c => Matching.Letters.IsCyrillic(c));
}
