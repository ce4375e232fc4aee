using System.Collections.Frozen;
using LabelService.Engine.Grammar;

namespace LabelService.Engine.Naming;

/// <summary>Russian given names as Latin writes them: «Pyotr» and «Petr» are one name.</summary>
internal static class LatinGivenNames
{
    private static readonly FrozenDictionary<string, string[]> Spellings = RussianGivenNames.All
        .Select(name => Transliteration.Spell(name).ToArray())
        .SelectMany(spelt => spelt.Select(one => (One: one, All: spelt)))
        .GroupBy(pair => pair.One, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.SelectMany(pair => pair.All).Prepend(g.Key).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>The word and all other spellings of the same Russian given name; the word alone where it is none.</summary>
    public static string[] SpellingsOf(string word) => Spellings.TryGetValue(word, out var all) ? all : [word];
}
