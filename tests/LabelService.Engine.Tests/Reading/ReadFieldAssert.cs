using LabelService.Engine.Reading;

namespace LabelService.Engine.Tests.Reading;

/// <summary>What holds for every field of every format.</summary>
internal static class ReadFieldAssert
{
    public static IEnumerable<string> Texts(ReadField field) => field.Blocks.Select(b => field.Span(b).ToString());

    /// <summary>The source that a range of the text came from.</summary>
    public static string Quote(ReadField field, int start, int end) =>
        field.Source[field.Map.SourceStart(start)..field.Map.SourceEnd(end)];

    public static void IsSound(ReadField field)
    {
        IsOrdered(field);
        IsMonotone(field);
    }

    /// <summary>Blocks do not overlap, in text and source, and are trimmed; links lie within.</summary>
    public static void IsOrdered(ReadField field)
    {
        var end = 0;
        var sourceEnd = 0;
        foreach (var block in field.Blocks)
        {
            var isSound = block.Start >= end && block.End > block.Start && block.End <= field.Text.Length
                && block.SourceStart >= sourceEnd && block.SourceEnd >= block.SourceStart && block.SourceEnd <= field.Source.Length
                && !Blanks.Contains(field.Text[block.Start]) && !Blanks.Contains(field.Text[block.End - 1]);
            if (!isSound)
            {
                Assert.Fail($"{block} in {field.Source}");
            }

            end = block.End;
            sourceEnd = block.SourceEnd;
        }

        foreach (var link in field.Links)
        {
            Assert.InRange(link.End, link.Start, field.Text.Length);
            Assert.InRange(link.SourceEnd, link.SourceStart, field.Source.Length);
        }
    }

    private static void IsMonotone(ReadField field)
    {
        var last = 0;
        for (var i = 0; i < field.Text.Length; i++)
        {
            var start = field.Map.SourceStart(i);
            if (start < last || field.Map.SourceEnd(i + 1) < start)
            {
                Assert.Fail($"character {i} of {field.Source}");
            }

            last = start;
        }
    }

    /// <summary>The text of a block's range, read again from its own source, is the same text.</summary>
    public static void QuotesReadTheSame(ReadField field, Func<string, ReadField> read)
    {
        foreach (var block in field.Blocks)
        {
            for (var start = block.Start; start < block.End; start += 3)
            {
                for (var end = start + 1; end <= block.End; end += 1 + (end - start) / 2)
                {
                    Same(field, start, end, read);
                }
            }
        }
    }

    private static void Same(ReadField field, int start, int end, Func<string, ReadField> read)
    {
        var text = field.Text[start..end];
        if (Splits(field, start) || Splits(field, end) || Blanks.Contains(text[0]) || Blanks.Contains(text[^1]))
        {
            return;
        }

        var quote = Quote(field, start, end);
        Assert.Equal(text, read(quote).Text);
    }

    /// <summary>Whether a position is within a surrogate pair, or within what one entity stands for.</summary>
    private static bool Splits(ReadField field, int at) => at > 0 && at < field.Text.Length
        && (char.IsLowSurrogate(field.Text[at]) || field.Map.SourceEnd(at) > field.Map.SourceStart(at));

    /// <summary>A block cut out by its source range leaves the others as they were.</summary>
    public static void BlocksComeOut(ReadField field, Func<string, ReadField> read)
    {
        for (var i = 0; i < field.Blocks.Length; i++)
        {
            var block = field.Blocks[i];
            if (block.SourceStart == block.SourceEnd)
            {
                continue;
            }

            var rest = field.Source.Remove(block.SourceStart, block.SourceEnd - block.SourceStart);
            var gone = field.Blocks.Where((b, k) => k == i || (b.SourceStart == b.SourceEnd && b.SourceEnd == block.SourceEnd)).ToHashSet();
            var expected = field.Blocks.Where(b => !gone.Contains(b)).Select(b => (b.Kind, field.Span(b).ToString()));
            var left = read(rest);
            var actual = left.Blocks.Select(b => (b.Kind, left.Span(b).ToString()));
            Assert.True(expected.SequenceEqual(actual), $"Cutting block {i} of\n{field.Source}\nleft\n{rest}");
        }
    }
}
