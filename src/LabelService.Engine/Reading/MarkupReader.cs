using LabelService.Engine.Model;

namespace LabelService.Engine.Reading;

/// <summary>
/// Follows start tags, end tags and text as a browser's tree builder would, without building a tree: it keeps the open elements
/// only, decides what is seen, and tells the writer where blocks end. HTML and Markdown both speak to it.
/// </summary>
internal sealed class MarkupReader(string source, BlockWriter writer)
{
    /// <summary>As deep as browsers nest; deeper is no article but an attack or a broken template.</summary>
    public const int MaximumDepth = 512;

    private readonly OpenElements _open = new();

    /// <summary>How many elements are open within the outermost hidden one, itself included; 0 where text is seen.</summary>
    private int _hidden;

    /// <summary>Whether the elements that are open now include SVG or MathML, in which tags mean other things.</summary>
    public bool IsForeign { get; private set; }

    public int Depth => _open.Count;

    public void Text(int start, int end, bool decode = true)
    {
        if (_hidden == 0)
        {
            writer.Write(start, end, decode);
        }
    }

    public void Symbol(ReadOnlySpan<char> text, int start, int length)
    {
        if (_hidden == 0)
        {
            writer.WriteSymbol(text, start, length);
        }
    }

    /// <summary>A line break that is seen as one.</summary>
    public void LineBreak(int end)
    {
        if (_hidden == 0)
        {
            writer.Break(end);
        }
    }

    /// <summary>Something to see that is not text.</summary>
    public void Media()
    {
        if (_hidden == 0)
        {
            writer.AddMedia();
        }
    }

    /// <summary>The address of the anchor just opened.</summary>
    public void Link(string href, int sourceStart, int sourceEnd)
    {
        if (_hidden == 0)
        {
            writer.BeginLink(href, null, sourceStart, sourceEnd);
        }
    }

    /// <summary>A start tag of HTML at this range of the source.</summary>
    public void StartTag(HtmlElement element, int start, int end, bool isSelfClosing)
    {
        if (element.Group == ElementGroup.Document)
        {
            return;
        }

        if (IsForeign && element.Is(ElementTraits.Breaks))
        {
            CloseDownTo(_open.IndexOfForeign(), start, start);
        }

        var followsText = writer.InBlock;
        var implied = ImpliedEnds.Before(element, _open);
        if (implied >= 0)
        {
            CloseDownTo(implied, start, start);
        }

        var attributes = ElementAttributes.Of(source, start, end, element);
        if (element.Is(ElementTraits.NoEndTag) || (isSelfClosing && (IsForeign || element.Is(ElementTraits.Foreign))))
        {
            Void(element, attributes, end);
            return;
        }

        Push(new OpenElement(element, start, end) { Kind = BlockKind.Paragraph, FollowsText = followsText, IsPart = element.Group is ElementGroup.Row or ElementGroup.RowGroup }, attributes);
    }

    /// <summary>An end tag of HTML; one that ends nothing is passed over.</summary>
    public void EndTag(HtmlElement element, int start, int end)
    {
        if (element.Name == "br")
        {
            LineBreak(end);
            return;
        }

        var index = _open.IndexToEnd(element);
        if (index >= 0)
        {
            CloseDownTo(index, start, end);
        }
        else if (element.Group == ElementGroup.Paragraph && _hidden == 0)
        {
            writer.EndBlock();
        }
    }

    /// <summary>Begins a block of Markdown as the element that it would be in HTML; <see cref="CloseBlocks"/> ends it.</summary>
    public void OpenBlock(HtmlElement element, int start, bool isPart = false, bool isHidden = false) =>
        Push(
            new OpenElement(element, start, start) { Kind = BlockKind.Paragraph, IsBarrier = true, IsPart = isPart },
            isHidden ? new ElementAttributes { IsHidden = true } : default);

    /// <summary>Ends every element opened since the depth was this, HTML ones left open within included.</summary>
    public void CloseBlocks(int depth, int end)
    {
        if (depth < _open.Count)
        {
            CloseDownTo(depth, end, end);
        }
    }

    public void CloseAll() => CloseBlocks(0, source.Length);

    private void Void(HtmlElement element, ElementAttributes attributes, int end)
    {
        if (element.Name == "link" && attributes.IsCanonical)
        {
            writer.AddLink(attributes.Href!, attributes.Rel, attributes.HrefStart, attributes.HrefEnd);
        }
        else if (_hidden > 0 || attributes.IsHidden)
        {
            return;
        }
        else if (element.Name == "br")
        {
            writer.Break(end);
        }
        else if (element.Is(ElementTraits.Breaks))
        {
            writer.EndBlock();
        }
        else if (element.Is(ElementTraits.Media))
        {
            writer.AddMedia();
        }
    }

    private void Push(OpenElement open, in ElementAttributes attributes)
    {
        if (_open.Count >= MaximumDepth)
        {
            throw TooDeep(open.SourceStart);
        }

        var element = open.Element;
        IsForeign |= element.Is(ElementTraits.Foreign);
        var isHidden = element.Is(ElementTraits.Hidden) || attributes.IsHidden;
        if (_hidden > 0 || isHidden)
        {
            MediaOf(element);
            _hidden++;
            _open.Push(open with { IsHiddenRoot = _hidden == 1, Mark = writer.Mark() });
            return;
        }

        var isAside = _open.BeginsAside(element, attributes.IsAside);
        if (element.Is(ElementTraits.Breaks) || isAside)
        {
            writer.EndBlock();
        }

        open = open with { IsAsideRoot = isAside, Kind = _open.KindWithin(element, isAside), Mark = writer.Mark() };
        MediaOf(element);
        _open.Push(open);
        Follow();
        if (element.Group == ElementGroup.Anchor && attributes.Href is { } href)
        {
            writer.BeginLink(href, attributes.Rel, attributes.HrefStart, attributes.HrefEnd);
        }
    }

    private void MediaOf(HtmlElement element)
    {
        if (element.Is(ElementTraits.Media))
        {
            Media();
        }
    }

    /// <summary>Ends the open elements from the innermost down to this one, which alone may have an end tag.</summary>
    private void CloseDownTo(int index, int endTag, int end)
    {
        while (_open.Count > index)
        {
            var open = _open.Pop();
            var isLast = _open.Count == index;
            Close(open, endTag, isLast ? end : endTag);
        }

        Follow();
    }

    private void Close(in OpenElement open, int endTag, int end)
    {
        if (open.Element.Is(ElementTraits.Foreign))
        {
            IsForeign = _open.IndexOfForeign() >= 0;
        }

        if (_hidden > 0)
        {
            _hidden--;
            return;
        }

        if (open.Element.Group == ElementGroup.Anchor)
        {
            writer.EndLink();
        }

        if (open.Element.Is(ElementTraits.Breaks) || open.IsAsideRoot)
        {
            writer.EndBlock();
        }

        writer.EndElement(open, endTag, end);
    }

    /// <summary>Tells the writer what the innermost open element makes of the text that follows.</summary>
    private void Follow()
    {
        writer.Kind = _open.Kind;
        writer.IsPreformatted = _open.IsPreformatted;
    }

    internal static CheckRefusedException TooDeep(int position) => new("invalid", "$.article.body",
        $"The body has elements nested deeper than {MaximumDepth} at character {position}. Send the article's own text and markup, "
        + "with every tag closed; a page nested this deeply is not an article that a browser would show whole.");
}
