using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Reading;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>A part of the article in which words are looked for.</summary>
internal enum ArticlePart { Title, Lead, Body, Captions }

/// <summary>
/// Where a condition looks. A title that stands in the body is title, not body; teasers and the notices that an article already
/// carries are neither: a notice would otherwise answer for the words that it quotes.
/// </summary>
internal sealed record FieldScope(ImmutableArray<ArticlePart> Parts)
{
    public static FieldScope Read(MapReader map) => new(map.WordList<ArticlePart>("in"));

    public bool Holds(ArticleFacts facts, string path, int start)
    {
        if (PartOf(facts, path, start) is not { } part)
        {
            return false;
        }

        return Parts.IsEmpty || Parts.Contains(part);
    }

    /// <summary>Whether any place of the field can be in scope.</summary>
    public bool Reaches(ReadField field) => PathPart(field.Path) is { } part
        && (Parts.IsEmpty || Parts.Contains(part) || (part == ArticlePart.Body && Parts.Contains(ArticlePart.Title)));

    private static ArticlePart? PartOf(ArticleFacts facts, string path, int start)
    {
        if (path != "body")
        {
            return PathPart(path);
        }

        return KindAt(facts, start) switch
        {
            PartKind.Title or PartKind.RepeatedTitle => ArticlePart.Title,
            PartKind.NotArticle or PartKind.Notice or PartKind.AgeMark => null,
            _ => ArticlePart.Body,
        };
    }

    private static ArticlePart? PathPart(string path) => path switch
    {
        "title" => ArticlePart.Title,
        "lead" => ArticlePart.Lead,
        "body" => ArticlePart.Body,
        _ when path.StartsWith("media[", StringComparison.Ordinal) => ArticlePart.Captions,
        _ => null,
    };

    /// <summary>What the block is that holds a position of the body's text.</summary>
    private static PartKind KindAt(ArticleFacts facts, int start)
    {
        var blocks = facts.Article.Body.Blocks;
        int low = 0, high = blocks.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = blocks[middle].Start <= start ? (middle, high) : (low, middle - 1);
        }

        return blocks.IsEmpty ? PartKind.Text : facts.Parts.Body[low];
    }
}
