using System.Buffers;
using System.Collections.Immutable;

namespace LabelService.Engine.Reading;

/// <summary>
/// Plain text: the text is the submitted string itself, and every line that is not blank is a block, since most CMSs write one
/// line a paragraph and the rest leave a blank line between them.
/// </summary>
internal static class TextFormat
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029");

    /// <summary>How many blocks fit before the collecting array is rented instead of taken from the stack.</summary>
    private const int FewBlocks = 64;

    public static ReadField Read(string path, string source) => new(path, source, source, OffsetMap.Identity, Blocks(source));

    private static ImmutableArray<Block> Blocks(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(LineEnds) < 0)
        {
            return Line(text, 0, text.Length) is { } only ? [only] : [];
        }

        Span<Block> few = stackalloc Block[FewBlocks];
        var blocks = new BlockList(few);
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : start + length;
            if (end > start && Line(text, start, end) is { } block)
            {
                blocks.Add(block);
            }

            start = end + 1;
        }

        return blocks.ToImmutableAndReturn();
    }

    private static Block? Line(ReadOnlySpan<char> text, int start, int end)
    {
        end = start + Blanks.WithoutEnd(text[start..end]);
        start += Blanks.AtStart(text[start..end]);
        return start == end ? null : new Block(start, end, BlockKind.Paragraph, start, end);
    }

    /// <summary>Collects blocks on the stack, and in a rented array when there are many.</summary>
    private ref struct BlockList(Span<Block> first)
    {
        private Span<Block> _items = first;
        private Block[]? _rented;
        private int _count;

        public void Add(Block block)
        {
            if (_count == _items.Length)
            {
                Grow();
            }

            _items[_count++] = block;
        }

        public ImmutableArray<Block> ToImmutableAndReturn()
        {
            ImmutableArray<Block> blocks = [.. _items[.._count]];
            Return(_rented);
            return blocks;
        }

        private void Grow()
        {
            var larger = ArrayPool<Block>.Shared.Rent(_count * 4);
            _items.CopyTo(larger);
            Return(_rented);
            _items = _rented = larger;
        }

        private static void Return(Block[]? rented)
        {
            if (rented is not null)
            {
                ArrayPool<Block>.Shared.Return(rented);
            }
        }
    }
}
