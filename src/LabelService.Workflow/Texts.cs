using System.Diagnostics.CodeAnalysis;

namespace LabelService.Workflow;

internal static class Texts
{
    /// <summary>The beginning of a text, never with half a surrogate pair at its end, which no store takes.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? CutTo(this string? text, int longest) =>
        text is null || text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
