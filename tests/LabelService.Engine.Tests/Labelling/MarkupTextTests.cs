using LabelService.Engine.Labelling;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace LabelService.Engine.Tests.Labelling;

public sealed class MarkupTextTests
{
    [Theory]
    [InlineData("<p>A &amp; B <a href=\"https://example.org/?a=1&amp;b=2\">c</a><br>d<img alt=\"&quot;x&quot;\"></p>")]
    [InlineData("<pre>\n\nfirst</pre><ul><li>one<li>two</ul>")]
    [InlineData("<table><tr><td>1</td></tr></table><!-- gone --><p>&nbsp;&lt;b&gt;</p>")]
    [InlineData("<div data-x=\"1\" class=\"a b\" lang=ru>text <b>bold <i>both</b> rest</i></div>")]
    public void Writes_what_the_parser_would_write(string html)
    {
        var sanitizer = new HtmlSanitizer();
        using var page = sanitizer.SanitizeDom(html);

        Assert.Equal(sanitizer.Sanitize(html), MarkupText.Of(page.Body!, sanitizer.OutputFormatter));
    }

    [Fact]
    public void Writes_the_text_of_raw_elements_as_it_is()
    {
        using var page = new HtmlParser().ParseDocument("<body><style>a > b {}</style>");

        Assert.Equal("<style>a > b {}</style>", MarkupText.Of(page.Body!, HtmlFormatter.Instance));
    }
}
