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

    public readonly Block ToBlock() => new(Start, End, Kind, SourceStart, SourceEnd);
}
