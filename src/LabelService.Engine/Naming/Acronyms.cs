namespace LabelService.Engine.Naming;

/// <summary>The first letters of a body's name, as texts abbreviate it: «Институт развития интернета», ИРИ.</summary>
internal static class Acronyms
{
    private const int Fewest = 3;
    private const int Most = 7;

    private static readonly string[] LeftOut = ["и", "в", "во", "на", "по", "с", "со", "о", "об", "для", "при", "за", "of", "the", "and", "for", "in", "on", "to"];

    /// <summary>The acronym of a name of three to seven words; null for any other.</summary>
    public static string? Of(string name)
    {
        var words = name.Split([' ', '-', '\u00A0', '«', '»', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => !LeftOut.Contains(w, StringComparer.OrdinalIgnoreCase)).ToArray();
        return words.Length is >= Fewest and <= Most && words.All(w => char.IsLetter(w[0])) ? string.Concat(words.Select(w => char.ToUpperInvariant(w[0]))) : null;
    }
}
