using System.Collections.Frozen;
using System.Text.Json;

namespace LabelService.Web.Playground;

/// <summary>
/// The page's words and its sample articles. The same files under <c>wwwroot/playground</c> are embedded for the first rendering
/// and sent to the browser for switching the language, so every text is written once.
/// </summary>
internal static class PlaygroundTexts
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> ByLanguage =
        new[] { PageLanguages.English, PageLanguages.Russian }.ToFrozenDictionary(language => language, ReadStrings, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Samples =
        ByLanguage.Keys.ToFrozenDictionary(language => language, language => Read($"samples.{language}.txt"), StringComparer.Ordinal);

    public static FrozenDictionary<string, string> Strings(string language) => ByLanguage[language];

    public static string Sample(string language) => Samples[language];

    private static FrozenDictionary<string, string> ReadStrings(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read($"strings.{language}.json"))!.ToFrozenDictionary(StringComparer.Ordinal);

    private static string Read(string name)
    {
        using var stream = typeof(PlaygroundTexts).Assembly.GetManifestResourceStream("playground." + name)
            ?? throw new InvalidOperationException($"The page's file {name} is not in the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
