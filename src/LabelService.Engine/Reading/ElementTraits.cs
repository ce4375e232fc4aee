namespace LabelService.Engine.Reading;

/// <summary>What an HTML element means for a reader of text.</summary>
[Flags]
internal enum ElementTraits
{
    None = 0,

    /// <summary>Has no end tag.</summary>
    NoEndTag = 1 << 0,

    /// <summary>Its text stands apart: what comes before ends at its start, what comes in it ends at its end.</summary>
    Breaks = 1 << 1,

    /// <summary>Gives no text.</summary>
    Hidden = 1 << 2,

    /// <summary>Not the article by its own meaning.</summary>
    Aside = 1 << 3,

    /// <summary>White space and line ends stand as they are.</summary>
    Preformatted = 1 << 4,

    /// <summary>Something to see that is not text, so that its parent is more than its text.</summary>
    Media = 1 << 5,

    /// <summary>The article as a whole or a part that must stay when its only block is cut.</summary>
    Keeps = 1 << 6,

    /// <summary>End tags of ordinary elements do not reach through it.</summary>
    Scope = 1 << 7,

    /// <summary>Its start tag ends an open paragraph.</summary>
    EndsParagraph = 1 << 8,

    /// <summary>SVG or MathML: no raw text in it, and any HTML block ends it.</summary>
    Foreign = 1 << 9,
}
