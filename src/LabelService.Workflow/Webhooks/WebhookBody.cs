using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LabelService.Workflow.Webhooks;

/// <summary>The body of a delivery. Thin: what happened and to what, not how it reads; whoever is told fetches that.</summary>
/// <param name="Sequence">Grows with each event of an article.</param>
internal sealed record WebhookBody(string Type, DateTimeOffset At, string Site, long Sequence, string? ExternalId, string? Url, string? CheckId, string? ReviewId)
{
    /// <summary>How it is written: compact, every character as it is that JSON allows.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = Type,
        ["timestamp"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["data"] = new JsonObject
        {
            ["site"] = Site, ["sequence"] = Sequence, ["externalId"] = ExternalId, ["url"] = Url, ["checkId"] = CheckId, ["reviewId"] = ReviewId,
        },
    }, Json);
}
