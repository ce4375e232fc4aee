using LabelService.Engine.Model;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Labelling;

/// <summary>
/// How far artificial intelligence made the article, for machines: the attribute <c>ai-disclosure</c> as the W3C community group AI Content
/// Disclosure drafts it (2026), with values in step with the IETF draft of a header and IPTC's digital source types. A page may say the same
/// of itself by <c>meta name="ai-disclosure"</c>, whose value stands here.
/// </summary>
internal static class AiDisclosure
{
    private const string Open = "<article class=\"ls-article\" ai-disclosure=\"";
    private const string Close = "</article>";

    /// <returns>The draft's word; null where the newsroom declares nothing, or that none was used.</returns>
    public static string? Of(Article article) => AttributePath.Find(article.Attributes, "ai") is { ValueKind: System.Text.Json.JsonValueKind.String } ai
        ? ai.GetString() switch
        {
            "generated" => "ai-generated",
            "assisted" => "ai-assisted",
            "autonomous" => "autonomous",
            _ => null,
        }
        : null;

    public static string Wrap(string html, Article article) => Of(article) is { } value ? $"{Open}{value}\">\n{html}\n{Close}" : html;

    /// <summary>Takes the element off that an earlier labelling put around the article.</summary>
    public static string Unwrap(string html)
    {
        if (!html.StartsWith(Open, StringComparison.Ordinal) || !html.EndsWith(Close, StringComparison.Ordinal))
        {
            return html;
        }

        return html[(html.IndexOf('>', StringComparison.Ordinal) + 1)..^Close.Length].Trim();
    }
}
