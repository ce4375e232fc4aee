using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace LabelService.Engine.Labelling.Forms;

/// <summary>
/// HTML that an AMP page may hold: its tags and attributes only, no style in the text, images as <c>amp-img</c>. The style is that of
/// <c>/labels/labels.amp.css</c>, which goes into the page's <c>style amp-custom</c>.
/// </summary>
internal static class AmpForm
{
    private static readonly FrozenSet<string> Tags = new[]
    {
        "a", "abbr", "address", "article", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "dfn",
        "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "ins", "kbd", "li",
        "main", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "sup", "table",
        "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Attributes = new[]
    {
        "href", "title", "lang", "dir", "role", "aria-label", "colspan", "rowspan", "scope", "cite", "datetime", "start", "class",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Write(string html) => FormPage.Write(html, body =>
    {
        var text = new StringBuilder();
        Within(body, text);
        return text.ToString();
    });

    private static void Within(INode parent, StringBuilder text)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText words)
            {
                text.Append(LabelMarkup.Encode(words.Data));
            }
            else if (node is IElement element)
            {
                Element(element, text);
            }
        }
    }

    private static void Element(IElement element, StringBuilder text)
    {
        if (element.LocalName == "img")
        {
            Image(element, text);
            return;
        }

        var isAllowed = Tags.Contains(element.LocalName);
        if (isAllowed)
        {
            text.Append('<').Append(element.LocalName);
            foreach (var attribute in element.Attributes.Where(IsAllowed))
            {
                Attribute(text, attribute.Name, attribute.Value);
            }

            text.Append('>');
        }

        Within(element, text);
        if (isAllowed && element.LocalName is not ("br" or "hr" or "col" or "wbr"))
        {
            text.Append("</").Append(element.LocalName).Append('>');
        }
    }

    private static bool IsAllowed(IAttr attribute) => attribute.Name == "class"
        ? !attribute.Value.Contains("-amp-", StringComparison.OrdinalIgnoreCase)
        : Attributes.Contains(attribute.Name)
            || (attribute.Name.StartsWith("data-", StringComparison.Ordinal) && !attribute.Name.StartsWith("data-amp-", StringComparison.Ordinal));

    /// <summary>AMP lays pages out before images come: one that does not say its size fills a box of 16 to 9.</summary>
    private static void Image(IElement image, StringBuilder text)
    {
        if (image.GetAttribute("src") is not { Length: > 0 } source)
        {
            return;
        }

        var (width, height) = (Pixels(image, "width"), Pixels(image, "height"));
        text.Append("<amp-img");
        Attribute(text, "src", source);
        Attribute(text, "alt", image.GetAttribute("alt") ?? "");
        Attribute(text, "width", width is null || height is null ? "16" : width);
        Attribute(text, "height", width is null || height is null ? "9" : height);
        Attribute(text, "layout", "responsive");
        text.Append("></amp-img>");
    }

    private static string? Pixels(IElement image, string name) =>
        int.TryParse(image.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0
            ? pixels.ToString(CultureInfo.InvariantCulture) : null;

    private static void Attribute(StringBuilder text, string name, string value) =>
        text.Append(' ').Append(name).Append("=\"").Append(LabelMarkup.Attribute(value)).Append('"');
}
