using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.Reading;

/// <summary>An article as text: every readable field decoded, cut into blocks, and able to say where each character came from.</summary>
public sealed record ReadArticle(CheckRequest Request, ImmutableArray<ReadField> Fields, string? Language)
{
    public Article Article => Request.Article;

    /// <summary>The body; always there, and always of the submitted format (every other field is plain text).</summary>
    public ReadField Body => Fields.First(f => f.Path == "body");

    public ReadField? Field(string path) => Fields.FirstOrDefault(f => f.Path == path);
}

/// <summary>
/// One field. <see cref="Text"/> is what a reader sees, with block and line ends as <c>\n</c>; all positions inside the engine
/// are UTF-16 code units of it, and <see cref="Map"/> leads back into <see cref="Source"/>, the string as submitted.
/// </summary>
public sealed record ReadField(string Path, string Source, string Text, OffsetMap Map, ImmutableArray<Block> Blocks)
{
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>Whether each line end of the text ends a block: so where markup was read, while a line of plain text may only be wrapped.</summary>
    internal bool LinesAreBlocks => !ReferenceEquals(Source, Text);

    public ReadOnlySpan<char> Span(Block block) => Text.AsSpan(block.Start, block.End - block.Start);
}

/// <summary>
/// A paragraph, heading, list item … of a field. <paramref name="Start"/> and <paramref name="End"/> are in the field's text, without
/// surrounding white space; <paramref name="SourceStart"/> and <paramref name="SourceEnd"/> are what to cut from the submitted string to
/// take the block out: its whole element where the block is all of an element, else just its own characters.
/// </summary>
public readonly record struct Block(int Start, int End, BlockKind Kind, int SourceStart, int SourceEnd);

/// <summary>What the markup itself says of a block; plain text knows only paragraphs.</summary>
public enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Quote,
    Caption,

    /// <summary>Inside an element that is not the article by its own meaning: aside, nav, footer, form.</summary>
    Aside,
}

/// <summary>A link: the address as written and the range of its words in the field's text (empty for a canonical link or an empty anchor).</summary>
/// <param name="Rel">The <c>rel</c> attribute, such as <c>canonical</c>; null where there is none.</param>
/// <param name="SourceStart">Where the address itself stands in the submitted string.</param>
public readonly record struct Link(string Href, int Start, int End, string? Rel, int SourceStart, int SourceEnd);
