using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;
using YamlDotNet.Serialization;

namespace LabelService.Workflow.Workshop;

/// <summary>Writes what was called wrong into a file of cases: the article, the entity found in it, and that the rule must be silent.</summary>
internal static class ReportedCase
{
    private const string EntitiesKey = "entities:";

    /// <param name="found">Of whom the rule spoke. A file of cases that has entities of its own knows no others, so they are added.</param>
    public static string AddTo(string file, string feedbackId, CheckRequest request, ImmutableArray<Entity> found)
    {
        var lacking = found.Where(e => !file.Contains(e.Id, StringComparison.Ordinal)).ToList();
        return WithEntities(file.TrimEnd(), lacking) + "\n\n" + Case(feedbackId, request) + "\n";
    }

    private static string WithEntities(string file, List<Entity> entities)
    {
        if (entities.Count == 0)
        {
            return file;
        }

        var lines = file.Split('\n').ToList();
        var at = lines.FindIndex(l => l.TrimEnd() == EntitiesKey);
        if (at >= 0)
        {
            var item = lines.Skip(at + 1).FirstOrDefault(l => l.TrimStart().StartsWith("- ", StringComparison.Ordinal)) ?? "  - ";
            lines.InsertRange(at + 1, entities.Select(e => item[..item.IndexOf('-', StringComparison.Ordinal)] + Flow(e)));
            return string.Join('\n', lines);
        }

        var cases = lines.FindIndex(l => l.TrimEnd() == "cases:");
        lines.InsertRange(Math.Max(cases, 0), [EntitiesKey, .. entities.Select(e => "  " + Flow(e)), ""]);
        return string.Join('\n', lines);
    }

    private static string Flow(Entity entity)
    {
        var from = entity.Listings.IsDefaultOrEmpty ? DateOnly.MinValue : entity.Listings[0].From;
        return string.Create(CultureInfo.InvariantCulture,
            $"- {{ registry: {Quoted(entity.Registry)}, id: {Quoted(entity.Id)}, kind: {entity.Kind.ToString().ToLowerInvariant()}, name: {Quoted(entity.Name)}, listedFrom: {from:yyyy-MM-dd} }}");
    }

    /// <summary>Double quotes: what JSON escapes, YAML reads.</summary>
    private static string Quoted(string text) => "\"" + System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text) + "\"";

    private static string Case(string feedbackId, CheckRequest request)
    {
        var article = request.Article;
        var fields = new Dictionary<string, object?>
        {
            ["title"] = article.Title,
            ["lead"] = article.Lead,
            ["language"] = article.Language,
            ["format"] = article.Format == ArticleFormat.Text ? null : Kebab<ArticleFormat>.Word(article.Format),
            ["kind"] = article.Kind == ArticleKind.News ? null : Kebab<ArticleKind>.Word(article.Kind),
            ["publishedAt"] = article.PublishedAt?.ToString(),
            ["source"] = article.Source?.Name is { } source ? new Dictionary<string, string> { ["name"] = source } : null,
            ["body"] = article.Body,
        };
        var one = new Dictionary<string, object>
        {
            ["name"] = $"Reported as wrong, {feedbackId}",
            ["article"] = fields.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!),
            ["expectSilent"] = true,
        };
        var yaml = new SerializerBuilder().WithQuotingNecessaryStrings().Build().Serialize(new[] { one });
        var written = new StringBuilder();
        foreach (var line in yaml.TrimEnd().ReplaceLineEndings("\n").Split('\n'))
        {
            written.Append(line.Length == 0 ? "" : "  ").Append(line).Append('\n');
        }

        return written.ToString().TrimEnd();
    }
}
