using System.Globalization;
using System.Text;
using LabelService.Workflow.Events;

namespace LabelService.Workflow.Webhooks;

/// <summary>A request as a delivery would be, which somebody sends to a receiver of their own. Nothing of it is kept.</summary>
/// <param name="Timestamp">Seconds since 1970, the header <c>webhook-timestamp</c>.</param>
internal sealed record TrialDelivery(string Secret, string Id, long Timestamp, string Signature, string Body)
{
    /// <param name="externalId">Of the article that it tells of.</param>
    /// <param name="url">The article's, where it has one.</param>
    public static TrialDelivery Of(string secret, string type, string site, string? externalId, string? url, long sequence, DateTimeOffset now)
    {
        var isTest = type == EventTypes.WebhookTest;
        var body = isTest
            ? new WebhookBody(type, now, site, 0, null, null, null, null).Write()
            : new WebhookBody(type, now, site, sequence, externalId, url, RandomId.Next("chk", now), type.StartsWith("review.", StringComparison.Ordinal) ? RandomId.Next("rev", now) : null).Write();
        var id = RandomId.Next("msg", now);
        return new TrialDelivery(secret, id, now.ToUnixTimeSeconds(), WebhookSecrets.Sign([secret], id, now, body), Encoding.UTF8.GetString(body));
    }

    public IEnumerable<(string Name, string Value)> Headers()
    {
        yield return ("Content-Type", "application/json");
        yield return ("User-Agent", "LabelService");
        yield return ("webhook-id", Id);
        yield return ("webhook-timestamp", Timestamp.ToString(CultureInfo.InvariantCulture));
        yield return ("webhook-signature", Signature);
    }

    /// <summary>A command for a shell of Linux or macOS that sends it.</summary>
    public string Curl(string receiver) =>
        string.Join(" \\\n  ", [$"curl -i {Quote(receiver)}", .. Headers().Select(h => "-H " + Quote($"{h.Name}: {h.Value}")), "--data-binary " + Quote(Body)]);

    /// <summary>Within single quotes a shell leaves everything as it is, but the quote itself.</summary>
    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
