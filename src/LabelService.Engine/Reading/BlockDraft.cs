namespace LabelService.Engine.Reading;

/// <summary>A block while it is written: its source range grows with the elements that hold nothing else.</summary>
internal struct BlockDraft
{
    public int Start;
    public int End;
    public BlockKind Kind;
    public int SourceStart;
    public int SourceEnd;

    /// <summary>A block-level element has been taken as its range already.</summary>
    public bool IsElement;

    /// <summary>The range is final: a further ancestor is more than this block.</summary>
    public bool IsFixed;

    /// <param name="from">Where the block before ends in the source: Markdig's position of a table or a tab can reach into it.</param>
    public readonly Block ToBlock(int from)
    {
        var start = Math.Max(SourceStart, from);
        return new Block(Start, End, Kind, start, Math.Max(SourceEnd, start));
    }
}
