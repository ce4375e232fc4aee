using System.Text;
using AngleSharp.Dom;

namespace LabelService.Engine.Labelling.Forms;

/// <summary>CommonMark with pipe tables. A label is a paragraph in bold with its link; Markdown knows no sizes and colours.</summary>
internal static class MarkdownForm
{
    private static readonly string[] Blocks =
    [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "table", "figure", "figcaption", "section",
        "article", "header", "footer", "main", "address", "dl", "dt", "dd", "details", "summary", "aside", "nav", "center", "hgroup", "fieldset", "legend",
    ];

    public static string Write(string html) => FormPage.Write(html, body => string.Join("\n\n", BlocksOf(body)));

    /// <summary>The blocks within an element, each as its lines; text between block elements is one too.</summary>
    private static List<string> BlocksOf(INode parent)
    {
        var blocks = new List<string>();
        var inlines = new List<INode>();
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element && IsBlock(element))
            {
                Flush(inlines, blocks);
                blocks.AddRange(Block(element));
            }
            else
            {
                inlines.Add(node);
            }
        }

        Flush(inlines, blocks);
        return blocks;
    }

    private static bool IsBlock(IElement element) =>
        Blocks.Contains(element.LocalName, StringComparer.Ordinal) || (element.LocalName is "a" or "span" or "b" or "strong" or "em" or "i" && element.Children.Any(IsBlock));

    private static void Flush(List<INode> inlines, List<string> blocks)
    {
        if (Paragraph(MarkdownText.Of(inlines)) is { Length: > 0 } text)
        {
            blocks.Add(text);
        }

        inlines.Clear();
    }

    private static IEnumerable<string> Block(IElement element) => element.LocalName switch
    {
        "p" when element.IsLabelBlock() => [$"**{MarkdownText.Escape(element.Words())}**{(element.About() is { } about ? " " + MarkdownText.Of([about]) : "")}"],
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => MarkdownText.Of(element.ChildNodes).Trim() is { Length: > 0 } title ? [$"{new string('#', element.LocalName[1] - '0')} {title}"] : [],
        "ul" or "ol" => List(element),
        "blockquote" => [Prefixed("> ", "> ", BlocksOf(element))],
        "pre" => [$"```\n{element.TextContent.Trim('\n').Replace("```", "'''", StringComparison.Ordinal)}\n```"],
        "hr" => ["***"],
        "table" => MarkdownTable.Of(element),
        _ => BlocksOf(element),
    };

    private static IEnumerable<string> List(IElement list)
    {
        var number = int.TryParse(list.GetAttribute("start"), out var first) && first >= 0 ? first : 1;
        var items = list.Children.Select(item => (item, mark: list.LocalName == "ol" ? $"{number++}. " : "- "))
            .Select(i => Prefixed(i.mark, new string(' ', i.mark.Length), BlocksOf(i.item))).Where(i => i.Length > 0).ToList();
        return items.Count == 0 ? [] : [string.Join("\n", items)];
    }

    private static string Prefixed(string first, string further, List<string> blocks)
    {
        var lines = string.Join("\n\n", blocks).Split('\n');
        return string.Join("\n", lines.Select((line, i) => ((i == 0 ? first : further) + line).TrimEnd()));
    }

    /// <summary>A paragraph never begins as a heading, list or rule does.</summary>
    private static string Paragraph(string text)
    {
        text = text.Trim(' ', '\n');
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and < 10 && digits < text.Length && text[digits] is '.' or ')')
        {
            return text.Insert(digits, "\\");
        }

        return text.Length > 0 && "#+-=:".Contains(text[0]) ? "\\" + text : text;
    }
}
