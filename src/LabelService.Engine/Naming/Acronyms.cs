namespace LabelService.Engine.Naming;

/// <summary>The first letters of a body's name, as texts abbreviate it: «Институт развития интернета», ИРИ.</summary>
internal static class Acronyms
{
    private const int Fewest = 3;
    private const int Most = 7;

    private static readonly string[] LeftOut = ["и", "в", "во", "на", "по", "с", "со", "о", "об", "для", "при", "за", "of", "the", "and", "for", "in", "on", "to"];

    /// <summary>
    /// The acronyms of a name of three to seven words, without its legal form and with and without its state; none that everybody
    /// takes for somebody else.
    /// </summary>
    public static IEnumerable<string> Of(string name)
    {
        var bare = LegalForms.Without(name) ?? name;
        return new[] { bare, KnownAcronyms.WithoutState(bare) }.Distinct(StringComparer.Ordinal)
            .Select(n => (Name: n, Letters: FirstLetters(n))).Where(n => n.Letters is not null && !KnownAcronyms.IsAnothers(n.Letters, n.Name)).Select(n => n.Letters!);
    }

    private static string? FirstLetters(string name)
    {
        var words = name.Split([' ', '-', '\u00A0', '«', '»', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => !LeftOut.Contains(w, StringComparer.OrdinalIgnoreCase)).ToArray();
        return words.Length is >= Fewest and <= Most && words.All(w => char.IsLetter(w[0])) ? string.Concat(words.Select(w => char.ToUpperInvariant(w[0]))) : null;
    }
}
