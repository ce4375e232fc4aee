using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace LabelService.Engine.Reading;

/// <summary>Tells a Markdown document to the reader as the HTML that it stands for, block by block, with Markdown's positions.</summary>
internal sealed class MarkdownBlocks(string source, MarkupReader reader)
{
    private readonly MarkdownInlines _inlines = new(source, reader);

    /// <summary>Recursion is bounded by the parser's own limit of depth.</summary>
    public void Read(ContainerBlock container)
    {
        foreach (var block in container)
        {
            Read(block);
        }
    }

    private void Read(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or LinkReferenceDefinition or LinkReferenceDefinitionGroup:
                break;
            case HtmlBlock html:
                MarkdownHtml.ReadBlock(html, source, reader);
                break;
            case ThematicBreakBlock:
                reader.LineBreak(0);
                break;
            case ContainerBlock container:
                Within(container, () => Read(container));
                break;
            case CodeBlock code:
                Within(code, () => Code(code));
                break;
            case ParagraphBlock { Parent: TableCell, Inline: { } inline }:
                // The positions of a table's parts are rough; those of the words in it are exact.
                _inlines.Read(inline);
                break;
            case LeafBlock { Inline: { } inline } leaf:
                Within(leaf, () => _inlines.Read(inline));
                break;
        }
    }

    private void Within(Markdig.Syntax.Block block, Action read)
    {
        var depth = reader.Depth;
        var (start, end) = Range(block);
        reader.OpenBlock(HtmlElements.Of(ElementOf(block)), start, block is TableRow or TableCell);
        read();
        reader.CloseBlocks(depth, end);
    }

    private static string ElementOf(Markdig.Syntax.Block block) => block switch
    {
        HeadingBlock => "h2",
        QuoteBlock => "blockquote",
        ListItemBlock => "li",
        ListBlock => "ul",
        Table => "table",
        TableRow => "tr",
        TableCell => "td",
        CodeBlock => "pre",
        _ => "p",
    };

    /// <summary>The block's own characters, without the line end behind them, so that cutting them never joins two lines.</summary>
    private (int Start, int End) Range(Markdig.Syntax.Block block)
    {
        var start = Math.Clamp(block.Span.Start, 0, source.Length);
        var end = Math.Clamp(block.Span.End + 1, start, source.Length);
        while (end > start && source[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return (start, end);
    }

    private void Code(CodeBlock code)
    {
        foreach (var (start, end) in MarkdownHtml.Lines(code, source.Length))
        {
            reader.Text(start, end, decode: false);
            reader.LineBreak(0);
        }
    }
}
