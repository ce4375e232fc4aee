namespace LabelService.Engine.Reading;

/// <summary>What to cut from the source to take a block out: whole elements wherever they hold nothing else.</summary>
internal sealed partial class BlockWriter
{
    private int _media;

    /// <summary>Where the last inline element that belongs to the open block ends.</summary>
    private int _inlineEnd;

    /// <summary>An element ended in the open block that began before it: cutting its end tag would change what follows.</summary>
    private bool _hasForeignEnd;

    public bool InBlock => _inBlock;

    public OpenElement.WriterMark Mark() => new(_blocks.Count, _length, _inBlock, _media);

    /// <summary>An image or another thing to see that is not text.</summary>
    public void AddMedia() => _media++;

    /// <summary>Ends the block here, at the end of its paragraph or the like.</summary>
    public void EndBlock() => EndBlock(0);

    /// <summary>Ends the block at a line break, which is cut with it.</summary>
    public void Break(int sourceEnd) => EndBlock(_hasForeignEnd ? 0 : sourceEnd);

    private void EndBlock(int breakEnd)
    {
        if (!_inBlock)
        {
            return;
        }

        _length = _block.Start + Blanks.WithoutEnd(_text.AsSpan(_block.Start, _length - _block.Start));
        _map.Truncate(_length);
        TrimLinks();
        _block.End = _length;
        _block.SourceEnd = Math.Max(Math.Max(_map.SourceEnd, _inlineEnd), breakEnd);
        _blocks.Add(_block);
        (_inBlock, _hasForeignEnd, _inlineEnd, _space) = (false, false, 0, default);
    }

    /// <summary>An element ended: if it holds one block and nothing else, the block's range becomes the element's.</summary>
    /// <param name="open">The element; its blocks have been ended if it is of block level.</param>
    /// <param name="endTag">Where its end tag begins; the same as <paramref name="end"/> where it has none.</param>
    public void EndElement(in OpenElement open, int endTag, int end)
    {
        if (open.IsAsideRoot)
        {
            CutAside(open, endTag, end);
        }
        else if (_inBlock)
        {
            EndInline(open, end);
        }
        else if (_blocks.Count == open.Mark.Blocks + 1 && !open.Mark.InBlock)
        {
            Climb(ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_blocks)[^1], open, endTag, end);
        }
    }

    private void EndInline(in OpenElement open, int end)
    {
        if (open.Mark.Blocks != _blocks.Count)
        {
            _hasForeignEnd = true;
        }
        else if (_length > open.Mark.Text)
        {
            _block.SourceStart = Math.Min(_block.SourceStart, open.SourceStart);
            _inlineEnd = end;
        }
    }

    private void Climb(ref BlockDraft block, in OpenElement open, int endTag, int end)
    {
        if (block.IsFixed || open.IsPart)
        {
            return;
        }

        var hasOther = block.IsElement && _media > open.Mark.Media;
        if (hasOther || open.Element.Is(ElementTraits.Keeps))
        {
            block.IsFixed = true;
            return;
        }

        var wouldJoin = open.FollowsText && endTag < end;
        block.SourceStart = Math.Min(block.SourceStart, wouldJoin ? open.SourceContent : open.SourceStart);
        block.SourceEnd = Math.Max(block.SourceEnd, wouldJoin ? endTag : end);
        block.IsElement |= open.Element.Is(ElementTraits.Breaks);
    }

    /// <summary>Cutting any block of an aside cuts all of it, once.</summary>
    private void CutAside(in OpenElement open, int endTag, int end)
    {
        var wouldJoin = open.FollowsText && endTag < end;
        var cut = (Start: wouldJoin ? open.SourceContent : open.SourceStart, End: wouldJoin ? endTag : end);
        for (var i = open.Mark.Blocks; i < _blocks.Count; i++)
        {
            _blocks[i] = _blocks[i] with { SourceStart = i == open.Mark.Blocks ? cut.Start : cut.End, SourceEnd = cut.End, IsFixed = true };
        }
    }
}
