using LabelService.Engine.Reading;

namespace LabelService.Engine.Tests.Reading;

/// <summary>The link of a label to its page is no text of the article.</summary>
public sealed class AboutLinkTests
{
    private const string Address = "https://labels.example/about/ru/foreign-agent?lang=ru";

    [Theory]
    [InlineData("<p>A label. <a class=\"ls-about\" href=\"https://labels.example/x\">What does this label mean?</a></p><p>Text.</p>")]
    [InlineData("<p>A label. <a href=\"" + Address + "\" class=\"ls-about wide\">What does <b>this</b> label mean?</a></p><p>Text.</p>")]
    [InlineData("<p>A label. <a href=\"" + Address + "\">What does this label mean?</a></p><p>Text.</p>")]
    public void Leaves_it_out_of_HTML(string html)
    {
        var field = HtmlFormat.Read("body", html);

        Assert.Equal("A label.\nText.", field.Text);
        Assert.Empty(field.Links);
    }

    [Theory]
    [InlineData("A label. [What does this label mean?](" + Address + ")\n\nText.")]
    [InlineData("A label[ What does *this* label mean?](<" + Address + ">).\n\nText.")]
    public void Leaves_it_out_of_Markdown(string markdown)
    {
        var field = MarkdownFormat.Read("body", markdown);

        Assert.Equal("A label.\nText.", field.Text);
        Assert.Empty(field.Links);
    }

    [Fact]
    public void Keeps_it_with_the_label_when_that_is_cut()
    {
        const string Html = "<p>Text.</p><p>A label. <a class=\"ls-about\" href=\"" + Address + "\">What?</a></p><p>More.</p>";
        var label = HtmlFormat.Read("body", Html).Blocks[1];

        Assert.Equal("<p>Text.</p><p>More.</p>", Html.Remove(label.SourceStart, label.SourceEnd - label.SourceStart));
    }

    [Theory]
    [InlineData("https://labels.example/about/ru/foreign-agent")]
    [InlineData("https://labels.example/about/us?lang=ru")]
    [InlineData("https://labels.example/about/russia/press?lang=ru")]
    [InlineData("mailto:about/ru/foreign-agent?lang=ru")]
    [InlineData("https://labels.example/about/ru/foreign-agent?lang=ru&more")]
    public void Reads_other_links_as_ever(string href) => Assert.Single(HtmlFormat.Read("body", $"<p><a href=\"{href}\">words</a></p>").Links);

    [Fact]
    public void Reads_words_of_the_class_on_anything_but_a_link() =>
        Assert.Equal("words", HtmlFormat.Read("body", "<p class=\"ls-about\">words</p>").Text);

    [Fact]
    public void Writes_an_address_that_it_knows_again() =>
        Assert.True(AboutLink.IsAddress(AboutLink.Address("http://127.0.0.1:5080", "RU", "foreign-agent", "ru")));
}
