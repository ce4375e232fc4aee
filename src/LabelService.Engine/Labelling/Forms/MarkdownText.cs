using System.Text;
using AngleSharp.Dom;

namespace LabelService.Engine.Labelling.Forms;

/// <summary>The words of a paragraph as Markdown: emphasis, code, links, images.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]<>~|";

    public static string Of(IEnumerable<INode> nodes)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            Write(node, text);
        }

        return text.ToString();
    }

    /// <summary>Words that mean just themselves, white space collapsed as a browser does it.</summary>
    public static string Escape(string words)
    {
        var text = new StringBuilder(words.Length + 8);
        foreach (var c in words)
        {
            if (c is ' ' or '\n' or '\t' or '\r' or '\f')
            {
                text.Append(text.Length > 0 && text[^1] == ' ' ? "" : " ");
                continue;
            }

            text.Append(Special.Contains(c) ? "\\" : "").Append(c == '&' ? "&amp;" : c == '\u00A0' ? "&nbsp;" : c);
        }

        return text.ToString();
    }

    private static void Write(INode node, StringBuilder text)
    {
        switch (node)
        {
            case IText words:
                var escaped = Escape(words.Data);
                text.Append(text.Length > 0 && text[^1] is ' ' or '\n' ? escaped.TrimStart(' ') : escaped);
                break;
            case IElement { LocalName: "br" }:
                text.Append("\\\n");
                break;
            case IElement { LocalName: "img" } image:
                text.Append("![").Append(Escape(image.GetAttribute("alt") ?? "")).Append("](").Append(Address(image.GetAttribute("src"))).Append(')');
                break;
            case IElement { LocalName: "a" } link when link.GetAttribute("href") is { Length: > 0 } href:
                Link(link, href, text);
                break;
            case IElement { LocalName: "b" or "strong" } strong:
                Within("**", strong, text);
                break;
            case IElement { LocalName: "i" or "em" } emphasis:
                Within("*", emphasis, text);
                break;
            case IElement { LocalName: "code" } code when !code.TextContent.Contains('`'):
                text.Append('`').Append(code.TextContent).Append('`');
                break;
            case IElement element:
                text.Append(Of(element.ChildNodes));
                break;
        }
    }

    private static void Link(IElement link, string href, StringBuilder text)
    {
        // An address that is its own words is a link to readers of Markdown by itself.
        text.Append(link.TextContent == href ? href : $"[{Of(link.ChildNodes)}]({Address(href)})");
    }

    /// <summary>Marks of emphasis stand at words, never at a space.</summary>
    private static void Within(string mark, IElement element, StringBuilder text)
    {
        var inner = Of(element.ChildNodes);
        var words = inner.Trim();
        if (words.Length == 0 || words.Contains('*'))
        {
            text.Append(inner);
            return;
        }

        text.Append(inner.StartsWith(' ') ? " " : "").Append(mark).Append(words).Append(mark).Append(inner.EndsWith(' ') ? " " : "");
    }

    private static string Address(string? address) =>
        address is null ? "" : address.AsSpan().IndexOfAny(" ()<>\n") < 0 ? address
        : address.Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
