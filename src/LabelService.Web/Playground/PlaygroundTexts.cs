using System.Collections.Frozen;
using System.Text.Json;

namespace LabelService.Web.Playground;

/// <summary>
/// The pages' words and the sample articles. The files under <c>wwwroot/playground</c> are embedded for the first rendering and sent to
/// the browser for switching the language, so every text is written once; pages that only the server writes have theirs in <c>Texts</c>,
/// a file an area and language, such as <c>workshop.ru.json</c>.
/// </summary>
internal static class PlaygroundTexts
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> ByLanguage =
        new[] { PageLanguages.English, PageLanguages.Russian }.ToFrozenDictionary(language => language, ReadStrings, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Samples =
        ByLanguage.Keys.ToFrozenDictionary(language => language, language => Read($"playground.samples.{language}.txt"), StringComparer.Ordinal);

    public static FrozenDictionary<string, string> Strings(string language) => ByLanguage[language];

    public static string Sample(string language) => Samples[language];

    private static FrozenDictionary<string, string> ReadStrings(string language) =>
        AreaFiles(language).Prepend($"playground.strings.{language}.json").SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(Read(file))!)
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<string> AreaFiles(string language) => typeof(PlaygroundTexts).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("texts.", StringComparison.Ordinal) && name.EndsWith($".{language}.json", StringComparison.Ordinal));

    private static string Read(string name)
    {
        using var stream = typeof(PlaygroundTexts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The page's file {name} is not in the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
