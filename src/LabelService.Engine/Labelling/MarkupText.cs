using System.Text;
using AngleSharp;
using AngleSharp.Dom;

namespace LabelService.Engine.Labelling;

/// <summary>
/// Writes a tree as HTML. The parser's own writer asks each node for its next sibling, which it looks for among all of them: 25,000
/// links in one paragraph took it seconds.
/// </summary>
internal static class MarkupText
{
    /// <summary>The markup of everything within a node.</summary>
    public static string Of(INode parent, IMarkupFormatter formatter)
    {
        var text = new StringBuilder();
        WriteWithin(parent, formatter, text);
        return text.ToString();
    }

    /// <summary>Recursive: reading has refused what is nested deeper than browsers nest.</summary>
    private static void WriteWithin(INode parent, IMarkupFormatter formatter, StringBuilder text)
    {
        foreach (var node in parent.ChildNodes)
        {
            Write(node, formatter, text);
        }
    }

    private static void Write(INode node, IMarkupFormatter formatter, StringBuilder text)
    {
        switch (node)
        {
            case IElement element:
                WriteElement(element, formatter, text);
                break;
            case ICharacterData { NodeType: NodeType.Text } words:
                text.Append((words.Parent?.Flags & NodeFlags.LiteralText) > 0 ? formatter.LiteralText(words) : formatter.Text(words));
                break;
        }
    }

    private static void WriteElement(IElement element, IMarkupFormatter formatter, StringBuilder text)
    {
        var isVoid = (element.Flags & NodeFlags.SelfClosing) > 0;
        text.Append(formatter.OpenTag(element, isVoid));
        if (!isVoid)
        {
            // A parser drops the line end behind <pre>, so one that is meant must be written twice.
            text.Append((element.Flags & NodeFlags.LineTolerance) > 0 && element.FirstChild is IText { Data: ['\n', ..] } ? "\n" : "");
            WriteWithin(element, formatter, text);
        }

        text.Append(formatter.CloseTag(element, isVoid));
    }
}
