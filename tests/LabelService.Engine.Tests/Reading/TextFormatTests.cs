using LabelService.Engine.Reading;

namespace LabelService.Engine.Tests.Reading;

public sealed class TextFormatTests
{
    [Theory]
    [InlineData("One\n\nTwo", "One|Two")]
    [InlineData("One\nTwo", "One|Two")]
    [InlineData("One\r\nTwo\rThree\u2028Four\u2029Five", "One|Two|Three|Four|Five")]
    [InlineData("  One \t\n\u00A0Two\u200B\uFEFF\n \u00A0 \n", "One|Two")]
    [InlineData("\uFEFFOne", "One")]
    [InlineData("One", "One")]
    [InlineData("", "")]
    [InlineData(" \r\n\u200B", "")]
    public void Finds_a_block_in_each_line(string text, string blocks) =>
        Assert.Equal(blocks.Split('|', StringSplitOptions.RemoveEmptyEntries), ReadFieldAssert.Texts(TextFormat.Read("body", text)));

    [Fact]
    public void Keeps_the_very_string_and_its_positions()
    {
        const string source = "😀 One & two\r\nthree";
        var field = TextFormat.Read("title", source);
        Assert.Same(source, field.Text);
        Assert.Same(OffsetMap.Identity, field.Map);
        Assert.Equal("title", field.Path);
        Assert.All(field.Blocks, b => Assert.Equal((b.Start, b.End, BlockKind.Paragraph), (b.SourceStart, b.SourceEnd, b.Kind)));
    }

    [Fact]
    public void Reads_more_blocks_than_fit_on_the_stack()
    {
        var lines = Enumerable.Range(0, 5_000).Select(i => $"Line {i}").ToArray();
        Assert.Equal(lines, ReadFieldAssert.Texts(TextFormat.Read("body", string.Join('\n', lines))));
    }

    [Fact]
    public void Keeps_every_property_on_generated_text()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var field = TextFormat.Read("body", new Scribble(seed).Text());
            ReadFieldAssert.IsSound(field);
            ReadFieldAssert.QuotesReadTheSame(field, s => TextFormat.Read("body", s));
            ReadFieldAssert.BlocksComeOut(field, s => TextFormat.Read("body", s));
        }
    }
}
