using LabelService.Engine.Reading;

namespace LabelService.Engine.Tests.Reading;

public sealed class HtmlPropertyTests
{
    private static ReadField Read(string html) => HtmlFormat.Read("body", html);

    [Fact]
    public void Keeps_offsets_exact_on_generated_html()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var field = Read(new Scribble(seed).Html());
            ReadFieldAssert.IsSound(field);
            ReadFieldAssert.QuotesReadTheSame(field, Read);
            Assert.Equal(field.Text, string.Join('\n', ReadFieldAssert.Texts(field)));
        }
    }

    [Fact]
    public void Keeps_the_other_blocks_when_one_is_cut()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            ReadFieldAssert.BlocksComeOut(Read(new Scribble(seed).Html()), Read);
        }
    }

    [Fact]
    public void Reads_any_cut_of_any_html_without_failing()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var html = new Scribble(seed).Html();
            for (var i = 0; i < html.Length; i += 7)
            {
                ReadFieldAssert.IsSound(Read(html[i..]));
                ReadFieldAssert.IsSound(Read(html[..i]));
            }
        }
    }
}
