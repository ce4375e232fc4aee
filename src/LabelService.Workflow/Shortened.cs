using System.Diagnostics.CodeAnalysis;

namespace LabelService.Workflow;

/// <summary>Cuts a text to a length in UTF-16 code units.</summary>
internal static class Shortened
{
    /// <summary>Never between the halves of a character that has two: half of one is no text, and PostgreSQL refuses it.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int longest) => text is null || text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];
}
