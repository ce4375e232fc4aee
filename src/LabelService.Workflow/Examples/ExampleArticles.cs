using System.Collections.Frozen;
using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Workflow.Examples;

/// <summary>The articles of the examples, and the rules by which they are judged: they come with the service, so that no site's own rules change them.</summary>
internal static class ExampleArticles
{
    private const string Folder = "examples/";

    /// <summary>The day asked about where an article names none: the register of the examples is fresh on it.</summary>
    private static readonly DateOnly Day = new(2026, 6, 1);

    /// <summary>By the outcome's word, such as <c>missing</c>.</summary>
    public static FrozenDictionary<string, ExampleArticle> All { get; } = Read().ToFrozenDictionary(a => a.Outcome, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The files that came with the service have errors.</exception>
    public static Ruleset Rules(string publicUrl)
    {
        var files = typeof(ExampleArticles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.EndsWith(".json", StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..].Replace('\\', '/'), Text, StringComparer.Ordinal);
        var built = RulesetBuilder.Build(files, new RulesetSettings(TimeZoneInfo.Utc, []) { PublicUrl = publicUrl });
        return built.Errors.IsEmpty ? built.Ruleset! : throw new InvalidOperationException($"{built.Errors[0].File}:{built.Errors[0].Line}: {built.Errors[0].Message}");
    }

    private static IEnumerable<ExampleArticle> Read()
    {
        using var file = JsonDocument.Parse(Text(Folder + "articles.json"));
        foreach (var example in file.RootElement.EnumerateObject())
        {
            var article = JsonSerializer.Deserialize(example.Value.GetProperty("article"), ContractJson.Default.Article)!;
            var day = example.Value.TryGetProperty("asOf", out var asOf) ? DateOnly.Parse(asOf.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : Day;
            yield return new ExampleArticle(example.Name, example.Value.GetProperty("says").GetString()!, new CheckRequest
            {
                Article = article with { ExternalId = ExampleService.Prefix + example.Name },
                AsOf = day,
            });
        }
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(ExampleArticles).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

/// <param name="Says">The outcome in one sentence.</param>
internal sealed record ExampleArticle(string Outcome, string Says, CheckRequest Request);
