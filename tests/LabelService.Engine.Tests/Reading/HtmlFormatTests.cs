using LabelService.Engine.Model;
using LabelService.Engine.Reading;

namespace LabelService.Engine.Tests.Reading;

public sealed class HtmlFormatTests
{
    private static ReadField Read(string html) => HtmlFormat.Read("body", html);

    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One|Two")]
    [InlineData("<p>One<p>Two", "One|Two")]
    [InlineData("One<br>two<br/>three</br>four", "One|two|three|four")]
    [InlineData("<p>a  <b> b</b>\r\n\t<i>c </i> d</p>", "a b c d")]
    [InlineData("<p>wo<b>r</b>d sp<wbr>lit so&shy;ft z\u200Bw</p>", "word split so\u00ADft z\u200Bw")]
    [InlineData("<p>&nbsp;a&nbsp;b\u2003c\u00A0 </p><p>&nbsp;</p>", "a\u00A0b\u2003c")]
    [InlineData("&amp;&lt;&#65;&#x42;&#X43;&copy &notit; &hellip;&unknown; &", "&<ABC© ¬it; …&unknown; &")]
    [InlineData("&#150;&#0;&#xD800;&#x110000;&#99999999999;&#; &#x;", "–\uFFFD\uFFFD\uFFFD\uFFFD&#; &#x;")]
    [InlineData("&#128512;😀&#x1F600;", "😀😀😀")]
    [InlineData("a&#32;&#10; b", "a b")]
    [InlineData("a < b <3 c", "a < b <3 c")]
    [InlineData("a<!-- no --><!doctype html><?php no ?><![CDATA[ no ]]>b", "ab")]
    [InlineData("<script>a<b</script><style>p{}</style><template>t</template><noscript><p>n</p></noscript>x", "x")]
    [InlineData("<html><head><title>T &lt;</title><meta name=a></head><body>x</body></html>", "x")]
    [InlineData("a<svg><title>t</title><text>s</text></svg>b", "ab")]
    [InlineData("<svg><style><p>seen", "seen")]
    [InlineData("<div hidden><p>no</p></div><p style='color:red; DISPLAY : none !important'>no</p><p style='visibility:hidden'>no</p>x", "x")]
    [InlineData("<p style='display:none;display:block'>yes</p><p style='display:&#110;one'>no</p>", "yes")]
    [InlineData("one<span hidden>no</span>two", "onetwo")]
    [InlineData("<pre>  a\n   b  c\r\nd</pre>e", "a|b  c|d|e")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul></ul>d", "a|b|c|d")]
    [InlineData("<table><caption>t<tr><th>a<td>b<tr><td>c</table>d", "t|a|b|c|d")]
    [InlineData("<dl><dt>a<dd>b<dt>c</dl>", "a|b|c")]
    [InlineData("<h1>a</h2>b<figure><img><figcaption>c</figcaption></figure>", "a|b|c")]
    [InlineData("<p>a</b></i></div>b</p></p>c", "ab|c")]
    [InlineData("<P CLASS=x>a</P\n>b", "a|b")]
    [InlineData("a\0b\uFFFFc", "ab\uFFFFc")]
    [InlineData("\uFEFF<p>a</p>", "a")]
    [InlineData("a<p x", "a")]
    [InlineData("a</", "a</")]
    [InlineData("", "")]
    [InlineData("<p></p>", "")]
    public void Finds_the_visible_text(string html, string blocks) =>
        Assert.Equal(blocks.Split('|', StringSplitOptions.RemoveEmptyEntries), ReadFieldAssert.Texts(Read(html)));

    [Theory]
    [InlineData("<p>x</p>", BlockKind.Paragraph)]
    [InlineData("<h3>x</h3>", BlockKind.Heading)]
    [InlineData("<ul><li><p>x</p></li></ul>", BlockKind.ListItem)]
    [InlineData("<blockquote><p>x</p></blockquote>", BlockKind.Quote)]
    [InlineData("<blockquote><h2>x</h2></blockquote>", BlockKind.Heading)]
    [InlineData("<blockquote><footer>x</footer></blockquote>", BlockKind.Quote)]
    [InlineData("<figure><figcaption>x</figcaption></figure>", BlockKind.Caption)]
    [InlineData("<aside><h2>x</h2></aside>", BlockKind.Aside)]
    [InlineData("<nav><ul><li>x</ul></nav>", BlockKind.Aside)]
    [InlineData("<form><label>x</label></form>", BlockKind.Aside)]
    [InlineData("<form><article><p>x</p></article></form>", BlockKind.Paragraph)]
    [InlineData("<footer>x</footer>", BlockKind.Aside)]
    [InlineData("<article><footer>x</footer></article>", BlockKind.Paragraph)]
    [InlineData("<div ROLE=' Complementary '>x</div>", BlockKind.Aside)]
    [InlineData("<span role=search>x</span>", BlockKind.Aside)]
    [InlineData("<button>x</button>", BlockKind.Aside)]
    public void Finds_the_kind(string html, BlockKind kind) => Assert.Equal(kind, Assert.Single(Read(html).Blocks).Kind);

    [Theory]
    [InlineData("<p>x</p>", 0, "")]
    [InlineData("a<br><b>x</b><br>c", 1, "a<br>c")]
    [InlineData("<p>x<br>y</p>", 0, "<p>y</p>")]
    [InlineData("<p>x<br>y</p>", 1, "<p>x<br></p>")]
    [InlineData("<div class=\"w\"><p><b>x</b></p>\n</div><p>y</p>", 0, "<p>y</p>")]
    [InlineData("<main><article><div><p>x</p></div></article></main>", 0, "<main><article></article></main>")]
    [InlineData("<body><p>x</p></body>", 0, "<body></body>")]
    [InlineData("<figure><img><figcaption>x</figcaption></figure>", 0, "<figure><img></figure>")]
    [InlineData("<p><img class=emoji> x</p>y", 0, "y")]
    [InlineData("<p>a</p><aside><h2>x</h2><p>y</p></aside><p>b</p>", 1, "<p>a</p><p>b</p>")]
    [InlineData("<div><nav><a href=x>x</a></nav></div>", 0, "<div></div>")]
    [InlineData("a<p>x</p>b", 1, "a<p></p>b")]
    [InlineData("<b>a<br>x</b><br>c", 1, "<b>a<br></b><br>c")]
    [InlineData("<table><tr><td>x</td></tr><tr><td>y</td></tr></table>", 0, "<table><tr></tr><tr><td>y</td></tr></table>")]
    public void Finds_what_to_cut(string html, int block, string rest)
    {
        var cut = Read(html).Blocks[block];
        Assert.Equal(rest, html.Remove(cut.SourceStart, cut.SourceEnd - cut.SourceStart));
    }

    [Fact]
    public void Finds_nothing_more_to_cut_in_the_rest_of_an_aside()
    {
        const string html = "<aside><h2>x</h2><p>y</p></aside>z";
        var second = Read(html).Blocks[1];
        Assert.Equal((html.Length - 1, html.Length - 1), (second.SourceStart, second.SourceEnd));
    }

    [Theory]
    [InlineData("<p>x &amp; <b>y</b></p>", 0, 5, "x &amp; <b>y")]
    [InlineData("<p>a &#128512; b</p>", 2, 4, "&#128512;")]
    [InlineData("<p>a &#128512; b</p>", 3, 4, "&#128512;")]
    [InlineData("<p>😀 \r\n x</p>", 0, 4, "😀 \r\n x")]
    [InlineData("<p>a\r\n\t b</p>", 1, 2, "\r\n\t ")]
    public void Finds_the_source_of_a_range(string html, int start, int end, string quote) =>
        Assert.Equal(quote, ReadFieldAssert.Quote(Read(html), start, end));

    [Fact]
    public void Finds_links()
    {
        const string html = "<link rel=\"Canonical\" href='https://c.example/'><p>See <a href=\" https://a.example/?a=1&amp;b=2&copy=3 \" rel=nofollow> the\n<b>paper</b> </a>, "
            + "<a href=/x></a><a name=y>no link</a><span hidden><a href=z>z</a></span><A\nHREF = b>&nbsp;B&nbsp;</A></p>";
        var field = Read(html);
        Assert.Equal(
            [("https://c.example/", "", "Canonical", "https://c.example/"), ("https://a.example/?a=1&b=2&copy=3", "the paper", "nofollow", " https://a.example/?a=1&amp;b=2&copy=3 "),
                ("/x", "", null, "/x"), ("b", "\u00A0B", null, "b")],
            field.Links.Select(l => (l.Href, field.Text[l.Start..l.End], l.Rel, html[l.SourceStart..l.SourceEnd])));
    }

    [Fact]
    public void Keeps_a_lone_surrogate_in_its_place()
    {
        const string html = "<p>a\uD83D&amp;\uDE00b</p>";
        var field = Read(html);
        Assert.Equal("a\uD83D&\uDE00b", field.Text);
        Assert.Equal("\uDE00b", ReadFieldAssert.Quote(field, 3, 5));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<x-y>")]
    [InlineData("<ul><li>")]
    [InlineData("<template>")]
    [InlineData("<svg>")]
    public void Rejects_nesting_without_end(string tag)
    {
        var refusal = Assert.Throws<CheckRefusedException>(() => Read(string.Concat(Enumerable.Repeat(tag, 100_000))));
        Assert.Equal(("invalid", "$.article.body"), (refusal.Code, refusal.Path));
        Assert.Contains("nested deeper than 512", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_nesting_up_to_the_limit()
    {
        static string Nested(int depth) => string.Concat(Enumerable.Repeat("<div>", depth)) + "x";
        Assert.Equal("x", Read(Nested(512)).Text);
        Assert.Throws<CheckRefusedException>(() => Read(Nested(513)));
    }

    [Theory]
    [InlineData("<p>a")]
    [InlineData("<li>a")]
    [InlineData("<br>")]
    [InlineData("<img>")]
    [InlineData("</div>")]
    [InlineData("<p>a <b>b</b></p>\n")]
    [InlineData("<")]
    [InlineData("&")]
    [InlineData("&amp;")]
    [InlineData("<!--")]
    [InlineData("<a href='x'>y</a>")]
    public void Reads_long_flat_html(string piece) =>
        ReadFieldAssert.IsOrdered(Read(string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length))));

    [Fact]
    public void Reads_a_tag_of_many_attributes() =>
        Assert.Equal("x", Read("<p " + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i}=b ")) + ">x").Text);
}
