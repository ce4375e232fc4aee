namespace LabelService.Engine.Reading;

/// <summary>An element whose end has not been read yet, with what the writer had written when it began.</summary>
internal readonly record struct OpenElement(HtmlElement Element, int SourceStart, int SourceContent)
{
    public required BlockKind Kind { get; init; }

    /// <summary>A Markdown block, which no HTML end tag within it can end.</summary>
    public bool IsBarrier { get; init; }

    /// <summary>The outermost element that gives no text, or that is not the article: what is in it is so too.</summary>
    public bool IsHiddenRoot { get; init; }

    public bool IsAsideRoot { get; init; }

    /// <summary>Text of the same parent stood directly before it, so that cutting the element whole would join two paragraphs.</summary>
    public bool FollowsText { get; init; }

    /// <summary>A table row: cut alone it would break the table.</summary>
    public bool IsPart { get; init; }

    public WriterMark Mark { get; init; }

    /// <summary>The writer's state at the element's start.</summary>
    /// <param name="Blocks">Blocks ended by then.</param>
    /// <param name="Text">Length of the text by then.</param>
    /// <param name="Media">Images and the like seen by then.</param>
    public readonly record struct WriterMark(int Blocks, int Text, bool InBlock, int Media);
}
