using System.Text;
using System.Text.RegularExpressions;

namespace LabelService.Workflow.Registries;

/// <summary>Writes the note beside a registry: a new one whole, of a present one only the lines that an import changes.</summary>
internal static partial class RegistryNote
{
    public static string Updated(string present, DateOnly retrieved, string notes) => Set(Set(present, "retrieved", $"{retrieved:yyyy-MM-dd}"), "notes", Quoted(notes));

    public static string New(FormatTraits traits, DateOnly retrieved, string notes) => new StringBuilder()
        .Append("title:\n")
        .Append($"  en: {Quoted(traits.TitleEn)}\n")
        .Append($"  ru: {Quoted(traits.TitleRu)}\n")
        .Append($"jurisdiction: {traits.Jurisdiction}\n")
        .Append(traits.SourceUrl.Length > 0 ? $"sourceUrl: {traits.SourceUrl}\n" : "")
        .Append($"retrieved: {retrieved:yyyy-MM-dd}\n")
        .Append($"freshForDays: {traits.FreshForDays}\n")
        .Append($"notes: {Quoted(notes)}\n")
        .ToString();

    /// <summary>Comments and order of the file stay: people keep them.</summary>
    private static string Set(string yaml, string key, string value)
    {
        var line = new Regex($@"^{key}:.*(\n[ \t]+.*)*$", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        var text = yaml.ReplaceLineEndings("\n");
        return line.IsMatch(text) ? line.Replace(text, $"{key}: {value.Replace("$", "$$", StringComparison.Ordinal)}", 1) : $"{text.TrimEnd()}\n{key}: {value}\n";
    }

    private static string Quoted(string text) => $"\"{Unsafe().Replace(text, " ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"[\p{Cc}]+")]
    private static partial Regex Unsafe();
}
