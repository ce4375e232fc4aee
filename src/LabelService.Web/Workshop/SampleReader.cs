using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FluentValidation;
using LabelService.Engine.Model;
using LabelService.Workflow;
using LabelService.Workflow.Checks;

namespace LabelService.Web.Workshop;

/// <summary>Makes a check request of the fields beside the editor.</summary>
internal sealed class SampleReader(IValidator<CheckRequest> validator)
{
    private const int MostAttributes = 50;

    public Answer<CheckRequest> Read(SampleArticle sample)
    {
        var request = new CheckRequest
        {
            Article = new Article
            {
                Title = Given(sample.Title),
                Body = sample.Body,
                Kind = Kebab<ArticleKind>.TryParse(sample.Kind ?? "", out var kind) ? kind : ArticleKind.News,
                Language = Given(sample.Language),
                PublishedAt = Moment.TryParse(sample.PublishedAt ?? "", out var published) ? published : null,
                Source = Given(sample.Source) is { } source ? new Party { Name = source } : null,
                Attributes = Attributes(sample.Attributes),
            },
            AsOf = DateOnly.TryParseExact(sample.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Jurisdictions = Given(sample.Jurisdictions) is { } codes ? [.. codes.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)] : null,
            Store = false,
        };
        var result = validator.Validate(request);
        return result.IsValid ? request : ValidationPaths.Refuse(result);
    }

    /// <summary><c>correction.text: …</c> nests; true, false and numbers are such, everything else is text.</summary>
    private static Dictionary<string, JsonElement>? Attributes(string? lines)
    {
        var root = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var line in (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostAttributes))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                Put(root, line[..colon].Trim().Split('.', StringSplitOptions.RemoveEmptyEntries), Value(line[(colon + 1)..].Trim()));
            }
        }

        return root.Count == 0 ? null : root.ToDictionary(a => a.Key, a => JsonSerializer.SerializeToElement(a.Value), StringComparer.Ordinal);
    }

    private static void Put(Dictionary<string, object> map, ReadOnlySpan<string> path, object value)
    {
        if (path.Length == 1)
        {
            map[path[0]] = value;
        }
        else if (path.Length is > 1 and <= 5)
        {
            if (map.GetValueOrDefault(path[0]) is not Dictionary<string, object> inner)
            {
                map[path[0]] = inner = new Dictionary<string, object>(StringComparer.Ordinal);
            }

            Put(inner, path[1..], value);
        }
    }

    private static object Value(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ when double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => text.Trim('"', '«', '»'),
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
