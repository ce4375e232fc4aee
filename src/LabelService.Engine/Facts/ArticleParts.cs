using System.Collections.Immutable;

namespace LabelService.Engine.Facts;

/// <summary>
/// What each block of the body is, by index into <c>ReadArticle.Body.Blocks</c>, and the article's title wherever it was found.
/// </summary>
/// <param name="Title">The title as text; null where there is none.</param>
public sealed record ArticleParts(string? Title, ImmutableArray<PartKind> Body)
{
    /// <summary>Author named in a byline of the text, not in a field.</summary>
    public string? BylineAuthor { get; init; }

    /// <summary>The lead of its own field as readers see it above the body; null where there is none, or where the body repeats it at its top.</summary>
    public string? Lead { get; init; }

    public bool IsArticle(int block) => Body[block] != PartKind.NotArticle;
}

public enum PartKind
{
    Text,
    Title,
    RepeatedTitle,
    Byline,
    Dateline,
    SourceLine,
    Notice,
    AgeMark,

    /// <summary>Teasers, subscription and paywall lines, asides.</summary>
    NotArticle,
}
