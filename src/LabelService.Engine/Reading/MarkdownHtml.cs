using Markdig.Helpers;
using Markdig.Syntax;

namespace LabelService.Engine.Reading;

/// <summary>HTML within Markdown: blocks of it, and single tags in a line.</summary>
internal static class MarkdownHtml
{
    /// <summary>
    /// The source with white space in place of what Markdown writes before each line of an HTML block in a quote or list
    /// (<c>&gt; &lt;p&gt;</c>), so that the block can be read as HTML in one piece. Every position stays the same.
    /// </summary>
    public static string WithoutPrefixes(MarkdownDocument document, string source)
    {
        char[]? readable = null;
        foreach (var html in document.Descendants<HtmlBlock>())
        {
            if (html.Parent is MarkdownDocument)
            {
                continue;
            }

            readable ??= source.ToCharArray();
            Blank(html, readable);
        }

        return readable is null ? source : new string(readable);
    }

    private static void Blank(HtmlBlock html, Span<char> readable)
    {
        var end = -1;
        foreach (var (start, stop) in Lines(html, readable.Length))
        {
            for (var i = end; i >= 0 && i < start; i++)
            {
                readable[i] = readable[i] is '\n' or '\r' ? readable[i] : ' ';
            }

            end = stop;
        }
    }

    /// <summary>Where the lines of a block stand in the source, without what marks them as the block's.</summary>
    public static IEnumerable<(int Start, int End)> Lines(LeafBlock block, int sourceLength)
    {
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var slice = block.Lines.Lines[i].Slice;
            var isOfSource = slice.Text is not null && slice.Text.Length == sourceLength;
            var start = isOfSource ? slice.Start : block.Lines.Lines[i].Position;
            yield return (start, Math.Clamp(start + slice.Length, start, sourceLength));
        }
    }

    public static void ReadBlock(HtmlBlock html, string source, MarkupReader reader)
    {
        var (first, end) = (-1, -1);
        foreach (var line in Lines(html, source.Length))
        {
            first = first < 0 ? line.Start : first;
            end = line.End;
        }

        if (first >= 0)
        {
            HtmlTags.Read(source[first..end], first, reader);
        }
    }

    /// <summary>Reads one tag; the parser has made sure that it is one, or a comment or the like.</summary>
    public static void ReadTag(string source, int start, int end, MarkupReader reader)
    {
        var tag = source.AsSpan(start, end - start);
        var isEnd = tag.Length > 1 && tag[1] == '/';
        var name = tag[(isEnd ? 2 : 1)..];
        var length = name.IndexOfAny(" \t\n\r/>");
        name = length < 0 ? name : name[..length];
        if (name.IsEmpty || !char.IsAsciiLetter(name[0]))
        {
            return;
        }

        var element = HtmlElements.Of(name.ToString().ToLowerInvariant());
        if (isEnd)
        {
            reader.EndTag(element, start, end);
        }
        else
        {
            reader.StartTag(element, start, end, tag.EndsWith("/>", StringComparison.Ordinal));
        }
    }
}
