using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LabelService.Engine.Reading;

/// <summary>Tells the inline part of a Markdown block to the reader: words, emphasis, code, links, tags.</summary>
internal sealed class MarkdownInlines(string source, MarkupReader reader)
{
    private static readonly HtmlElement Emphasis = HtmlElements.Of("em");
    private static readonly HtmlElement Code = HtmlElements.Of("code");
    private static readonly HtmlElement Anchor = HtmlElements.Of("a");

    /// <summary>Recursion is bounded, since every emphasis and link is an open element of the reader.</summary>
    public void Read(ContainerInline container)
    {
        foreach (var inline in container)
        {
            Read(inline);
        }
    }

    private void Read(Inline inline)
    {
        var start = Math.Clamp(inline.Span.Start, 0, source.Length);
        var end = Math.Clamp(inline.Span.End + 1, start, source.Length);
        switch (inline)
        {
            case LiteralInline literal:
                Literal(literal.Content.AsSpan(), start, end, literal.IsFirstCharacterEscaped);
                break;
            case HtmlEntityInline entity when entity.Transcoded.Length > 0:
                reader.Symbol(entity.Transcoded.AsSpan(), start, end - start);
                break;
            case LineBreakInline lineBreak:
                LineBreak(lineBreak.IsHard, start, end);
                break;
            case CodeInline code:
                Within(Code, start, end, () => Aligned(code.Content, start + code.DelimiterCount, end - code.DelimiterCount));
                break;
            case HtmlInline:
                MarkdownHtml.ReadTag(source, start, end, reader);
                break;
            case AutolinkInline auto:
                AutoLink(auto, start, end);
                break;
            case LinkInline { IsImage: true }:
                reader.Media();
                break;
            case LinkInline link:
                Link(link, start, end);
                break;
            case DelimiterInline delimiter:
                Literal(delimiter.ToLiteral(), start, end, isEscaped: false);
                Read(delimiter);
                break;
            case ContainerInline container:
                Within(Emphasis, start, end, () => Read(container));
                break;
        }
    }

    private void Within(HtmlElement element, int start, int end, Action read)
    {
        var depth = reader.Depth;
        reader.OpenBlock(element, start);
        read();
        reader.CloseBlocks(depth, end);
    }

    private void Link(LinkInline link, int start, int end)
    {
        var depth = reader.Depth;
        reader.OpenBlock(Anchor, start, isHidden: AboutLink.IsAddress(link.Url ?? ""));
        var (from, to) = Address(link.UrlSpan);
        reader.Link(link.Url ?? "", from, to);
        Read((ContainerInline)link);
        reader.CloseBlocks(depth, end);
    }

    private void AutoLink(AutolinkInline auto, int start, int end)
    {
        var depth = reader.Depth;
        reader.OpenBlock(Anchor, start);
        reader.Link(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, start + 1, end - 1);
        reader.Text(start + 1, end - 1, decode: false);
        reader.CloseBlocks(depth, end);
    }

    /// <summary>Where the address stands, without angle brackets; for a reference that is in its definition.</summary>
    private (int Start, int End) Address(SourceSpan span)
    {
        var start = Math.Clamp(span.Start, 0, source.Length);
        var end = Math.Clamp(span.End + 1, start, source.Length);
        var isBracketed = end - start >= 2 && source[start] == '<' && source[end - 1] == '>';
        return isBracketed ? (start + 1, end - 1) : (start, end);
    }

    /// <summary>A soft break is a space. A hard one ends a block, which leaves the line end itself, as cutting that would join two lines.</summary>
    private void LineBreak(bool isHard, int start, int end)
    {
        if (!isHard)
        {
            reader.Symbol(" ", start, end - start);
            return;
        }

        var lineEnd = source.AsSpan(start, end - start).IndexOfAny('\n', '\r');
        reader.LineBreak(lineEnd < 0 ? start : start + lineEnd);
    }

    private void Literal(ReadOnlySpan<char> text, int start, int end, bool isEscaped)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (isEscaped && start + 1 < end && source[start] == '\\' && source[start + 1] == text[0])
        {
            reader.Symbol(text[..1], start, 2);
            text = text[1..];
            start += 2;
        }

        Aligned(text, start, end);
    }

    /// <summary>
    /// Writes text that stands in this range of the source, with characters between that are not text: a quote's marker before
    /// its next line, a pipe's backslash. Almost always there are none.
    /// </summary>
    private void Aligned(ReadOnlySpan<char> text, int start, int end)
    {
        while (!text.IsEmpty && start < end)
        {
            if (!Same(source[start], text[0]))
            {
                start++;
                continue;
            }

            var length = 1;
            while (length < text.Length && start + length < end && Same(source[start + length], text[length]))
            {
                length++;
            }

            reader.Text(start, start + length, decode: false);
            text = text[length..];
            start += length;
        }
    }

    private static bool Same(char source, char text) => source == text || (text == ' ' && source is '\n' or '\r') || (text == '\n' && source == '\r');
}
