using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries;

/// <summary>A name as a part of an id: Latin letters, digits and hyphens.</summary>
internal static class Slug
{
    private const int Longest = 60;

    /// <summary>The letters that do not become Latin by taking their marks off; by the usage of Russian passports, spelt to be read.</summary>
    private static readonly FrozenDictionary<char, string> Letters = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўћђљњџøłæœßđþð"
        .Zip("a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g u c dj lj nj dz o l ae oe ss d th d".Split(' '))
        .ToFrozenDictionary(p => p.First, p => p.Second == "-" ? "" : p.Second);

    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in NameKey.Of(name))
        {
            slug.Append(letter == ' ' ? "-" : Letters.TryGetValue(letter, out var latin) ? latin : Ascii(letter));
        }

        var whole = slug.ToString().Trim('-');
        return whole.Length == 0 ? Hash(name) : whole.Length <= Longest ? whole : Cut(whole);
    }

    /// <summary>Eight digits that only this name has.</summary>
    public static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NameKey.Of(name))))[..8];

    private static string Cut(string slug) => slug[..(slug.LastIndexOf('-', Longest) is > 20 and var end ? end : Longest)];

    private static string Ascii(char letter) =>
        new([.. letter.ToString().Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit)]);
}
