using System.Globalization;
using LabelService.Engine.Model;
using LabelService.Workflow.Reviews;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace LabelService.Web.Desk;

/// <summary>
/// The queue's query as an address, in the words of <c>GET /v1/reviews</c>, so that every filter is a link. What cannot be read is left out; what was read is written anew, so
/// that nothing of a stranger's making is carried from page to page.
/// </summary>
internal static class QueueAddress
{
    private const int Longest = 200;

    public static QueueQuery Read(string? query) => Read(QueryHelpers.ParseQuery(query is { Length: <= 2000 } ? query : null));

    public static QueueQuery Read(IEnumerable<KeyValuePair<string, StringValues>> given)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            if (value.ToString().Trim() is { Length: > 0 and <= Longest } one)
            {
                values[name] = one;
            }
        }

        return new QueueQuery
        {
            View = Kebab<QueueView>.TryParse(values.GetValueOrDefault("view") ?? "", out var view) ? view : QueueView.Mine,
            Site = values.GetValueOrDefault("site"),
            Rule = values.GetValueOrDefault("rule"),
            Entity = values.GetValueOrDefault("entity"),
            Reason = values.GetValueOrDefault("reason"),
            Language = values.GetValueOrDefault("language"),
            ConfidenceBelow = double.TryParse(values.GetValueOrDefault("confidenceBelow")?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var below) ? below : null,
            DueWithin = Number(values.GetValueOrDefault("dueWithin")),
            OlderThan = Number(values.GetValueOrDefault("olderThan")),
            Text = values.GetValueOrDefault("q"),
            Cursor = values.GetValueOrDefault("cursor"),
        };
    }

    /// <summary>Without a question mark; empty for the queue as it opens.</summary>
    public static string Write(QueueQuery query) => string.Join('&', Parts(query).Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    /// <summary>The address of the queue.</summary>
    public static string Of(QueueQuery query) => Write(query) is { Length: > 0 } text ? $"/queue?{text}" : "/queue";

    private static (string Name, string? Value)[] Parts(QueueQuery query) =>
    [
        ("view", query.View == QueueView.Mine ? null : Word(query.View)),
        ("site", query.Site), ("rule", query.Rule), ("entity", query.Entity), ("reason", query.Reason), ("language", query.Language),
        ("confidenceBelow", query.ConfidenceBelow?.ToString(CultureInfo.InvariantCulture)),
        ("dueWithin", query.DueWithin?.ToString(CultureInfo.InvariantCulture)),
        ("olderThan", query.OlderThan?.ToString(CultureInfo.InvariantCulture)),
        ("q", query.Text), ("cursor", query.Cursor),
    ];

    public static string Word(QueueView view) => Kebab<QueueView>.Word(view);

    /// <summary>Up to ten years in minutes, which no calendar overflows by.</summary>
    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 5_256_000 ? number : null;
}
