using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LabelService.Engine.Reading;

namespace LabelService.Engine.Labelling.Forms;

/// <summary>Labelled HTML as a tree, from which its other forms are written: each says the same, so none is made on its own.</summary>
internal static class FormPage
{
    private static readonly HtmlParser Parser = new();

    public static string Write(string html, Func<INode, string> write)
    {
        using var page = Parser.ParseDocument(html);
        return write(page.Body!).Trim();
    }

    public static bool Has(this IElement element, string name) => element.ClassList.Contains(name);

    /// <summary>Whether it is a label that stands as a block.</summary>
    public static bool IsLabelBlock(this IElement element) => element.LocalName == "p" && (element.Has("ls-disclosure") || element.Has("ls-age-mark"));

    public static bool IsAbout(this IElement element) => element.LocalName == "a" && element.Has(AboutLink.Class);

    /// <summary>The words of a label, without its link.</summary>
    public static string Words(this IElement label) => (label.QuerySelector(".ls-text") ?? label).TextContent.Trim();

    public static IElement? About(this IElement label) => label.QuerySelector("a." + AboutLink.Class);
}
