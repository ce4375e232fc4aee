using LabelService.Engine.Matching;
using LabelService.Engine.Model;

namespace LabelService.Engine.Facts;

/// <summary>How a notice looks when an article already carries it: the data behind recognising one.</summary>
public sealed record NoticeForm
{
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required string Jurisdiction { get; init; }
    public required string Language { get; init; }
    public NoticeShape Shape { get; init; } = NoticeShape.Statement;

    /// <summary>
    /// The wording: words as they read (case, quotes, dashes and ё never matter), <c>(a|b)</c> for a choice, <c>[…]</c> for what may be
    /// absent, a trailing <c>*</c> for any ending, <c>{subject}</c> for the name of the body.
    /// </summary>
    public required string Pattern { get; init; }

    /// <summary>The wording as it is compared; null where nobody has read it yet.</summary>
    internal NoticePattern? Compiled { get; init; }

    public Position Position { get; init; }
}

public enum NoticeShape
{
    /// <summary>A sentence of its own, such as the block under a headline.</summary>
    Statement,

    /// <summary>In brackets or after a comma, behind the name that it speaks of.</summary>
    Inline,

    /// <summary>Begins with the mark (an asterisk, a figure) that stands behind the name in the text.</summary>
    Footnote,

    /// <summary>Alone on its line: for words such as "Anzeige", which begin ordinary sentences too.</summary>
    Line,
}
