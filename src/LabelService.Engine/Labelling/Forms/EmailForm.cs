using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace LabelService.Engine.Labelling.Forms;

/// <summary>
/// HTML for newsletters: clients drop style sheets and many know no backgrounds of paragraphs, so labels are tables of one cell with their
/// style in place. Sizes stay relative to the text around; colours are both given, so that a client's dark mode cannot make one vanish.
/// </summary>
internal static class EmailForm
{
    private const string Ink = "#17171a", Paper = "#f2f1ec", StrongInk = "#ffffff", StrongPaper = "#17171a";

    private static readonly FrozenSet<string> Attributes = new[]
    {
        "href", "src", "alt", "title", "width", "height", "lang", "dir", "class", "role", "aria-label", "colspan", "rowspan", "start",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Write(string html) => FormPage.Write(html, body =>
    {
        var text = new StringBuilder();
        Within(body, text, Ink);
        return text.ToString();
    });

    private static void Within(INode parent, StringBuilder text, string ink)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText words)
            {
                text.Append(LabelMarkup.Encode(words.Data));
            }
            else if (node is IElement element)
            {
                Element(element, text, ink);
            }
        }
    }

    private static void Element(IElement element, StringBuilder text, string ink)
    {
        if (element.IsLabelBlock())
        {
            Label(element, text);
            return;
        }

        text.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes.Where(a => Attributes.Contains(a.Name)))
        {
            Attribute(text, attribute.Name, attribute.Value);
        }

        if (StyleOf(element, ink) is { } style)
        {
            Attribute(text, "style", style);
        }

        text.Append('>');
        if (element.LocalName is "br" or "hr" or "img" or "col" or "wbr")
        {
            return;
        }

        Within(element, text, ink);
        text.Append("</").Append(element.LocalName).Append('>');
    }

    private static string? StyleOf(IElement element, string ink) => element switch
    {
        { LocalName: "img" } => "max-width:100%;height:auto;border:0",
        _ when element.IsAbout() => $"color:{ink};text-decoration:underline",
        _ when element.Has("ls-remark") => $"color:{Ink};background-color:{Paper}",
        _ when element.Has("ls-source") => $"color:{Ink};background-color:{Paper};padding:4px 8px",
        _ => null,
    };

    private static void Label(IElement label, StringBuilder text)
    {
        var isStrong = label.GetAttribute("data-contrast") == "high" || label.Has("ls-age-mark");
        var (ink, paper) = isStrong ? (StrongInk, StrongPaper) : (Ink, Paper);
        var isMark = label.Has("ls-age-mark");
        var size = label.GetAttribute("data-font-ratio") ?? (isMark ? "1.25" : "1");
        text.Append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"");
        Attribute(text, "class", label.ClassName ?? "");
        Attribute(text, "style", $"{(isMark ? "" : "width:100%;")}font-size:100%;margin:0 0 12px 0");
        text.Append("><tr><td role=\"note\"");
        Attribute(text, "aria-label", label.GetAttribute("aria-label") ?? "");
        Attribute(text, "lang", label.GetAttribute("lang") ?? "en");
        Attribute(text, "bgcolor", paper);
        Attribute(text, "style", $"background-color:{paper};color:{ink};border:1px solid {paper};padding:12px;text-align:left;font-size:100%");
        text.Append('>');
        Words(label, text, $"color:{ink};font-size:{size}em;line-height:1.25;font-weight:bold");
        if (label.About() is { } about)
        {
            text.Append("<br>");
            Element(about, text, ink);
        }

        text.Append("</td></tr></table>");
    }

    private static void Words(IElement label, StringBuilder text, string style)
    {
        text.Append("<span");
        if (label.QuerySelector(".ls-text")?.GetAttribute("role") is { } role)
        {
            Attribute(text, "role", role);
            Attribute(text, "aria-label", label.QuerySelector(".ls-text")!.GetAttribute("aria-label") ?? label.Words());
        }

        Attribute(text, "style", style);
        text.Append('>').Append(LabelMarkup.Encode(label.Words())).Append("</span>");
    }

    private static void Attribute(StringBuilder text, string name, string value) =>
        text.Append(' ').Append(name).Append("=\"").Append(LabelMarkup.Attribute(value)).Append('"');
}
