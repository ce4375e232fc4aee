using LabelService.Engine.Model;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Checks;

/// <summary>
/// A check ready to be written. What takes time is done here, in the thread of the request: all requests wait for the one thread that
/// writes.
/// </summary>
/// <param name="Identity">See <see cref="ArticleIdentity"/>.</param>
/// <param name="Asked">The jurisdictions and languages asked for.</param>
/// <param name="Report">The answer; null where it waits for a review's id.</param>
internal sealed record PackedCheck(CheckRecord Record, string Identity, string Asked, byte[] Submitted, byte[]? Report)
{
    public static PackedCheck Of(CheckRecord record) => new(
        record,
        ArticleIdentity.Of(record.Request.Article, record.Report.Article.ContentHash),
        AskedOf(record.Request),
        PackedJson.Pack(record.Submitted.Span),
        record.Json is { } json ? PackedJson.Pack(json) : null);

    /// <summary>The jurisdictions and languages that a request asks for.</summary>
    public static string AskedOf(CheckRequest request) => string.Join(',', request.Jurisdictions ?? []) + "|" + string.Join(',', request.Languages ?? []);
}
