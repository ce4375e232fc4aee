using LabelService.Engine.Model;
using LabelService.Engine.Reading;

namespace LabelService.Engine.Tests.Reading;

public sealed class MarkdownFormatTests
{
    private static ReadField Read(string markdown) => MarkdownFormat.Read("body", markdown);

    [Theory]
    [InlineData("# Title\n\nOne *two* th**re**e", "Title|One two three")]
    [InlineData("soft\nbreak\r\nhere", "soft break here")]
    [InlineData("hard  \nbreak\\\nhere", "hard|break|here")]
    [InlineData("a &amp; b &#128512; &copy; \\*c\\* &unknown;", "a & b 😀 © *c* &unknown;")]
    [InlineData("`co  de` and `` a`b ``", "co de and a`b")]
    [InlineData("> quote\n> more\n\nafter", "quote more|after")]
    [InlineData("- a\n  - b\n- c\n\n1. d", "a|b|c|d")]
    [InlineData("Set\next\n===\n\n> Set\n> two\n> ---", "Set ext|Set two")]
    [InlineData("| a | b |\n|---|---|\n| 1 | x \\| *y* |", "a|b|1|x \u2223 y")]
    [InlineData("    code & x\n    more\n\n```js\nfe\n  nce\n```", "code & x|more|fe|nce")]
    [InlineData("---\ntitle: no\n---\n\nyes", "yes")]
    [InlineData("see [text](https://a.example \"T\") ![alt](i.png) ~~gone~~", "see text gone")]
    [InlineData("[ref]: https://a.example\n\nthe [ref]", "the ref")]
    [InlineData("Note[^1]\n\n[^1]: A named body", "Note[^1]|[^1]: A named body")]
    [InlineData("foo <b>ba</b>r <span hidden>no</span><br>next <!-- c -->", "foo bar|next")]
    [InlineData("<div hidden>\n\nnot *seen*\n\n</div>\n\nseen", "seen")]
    [InlineData("<script>\nif (a < b) c();\n</script>\n\nseen", "seen")]
    [InlineData("> <p>one\n> two &amp; three</p>\n\nafter", "one two & three|after")]
    [InlineData("- <div>in\n  a list</div>\n", "in a list")]
    [InlineData("", "")]
    public void Finds_the_visible_text(string markdown, string blocks) => Assert.Equal(
        blocks.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(b => b.Replace('\u2223', '|')),
        ReadFieldAssert.Texts(Read(markdown)));

    [Fact]
    public void Finds_kinds()
    {
        var field = Read("# H\n\np\n\n- i\n\n> q\n>\n> - qi\n\n<aside>\n\nteaser\n\n</aside>\n\n<nav><a href=x>n</a></nav>");
        Assert.Equal(
            [BlockKind.Heading, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.Quote, BlockKind.ListItem, BlockKind.Aside, BlockKind.Aside],
            field.Blocks.Select(b => b.Kind));
    }

    [Fact]
    public void Finds_links_with_the_place_of_their_address()
    {
        const string source = "An [old *paper*](https://a.example/x?a=1&amp;b \"T\"), <https://b.example/>, [c][ref] and <a href='https://d.example'>d</a>.\n\n[ref]: <https://c.example>";
        var field = Read(source);
        Assert.Equal(
            [("https://a.example/x?a=1&b", "old paper", "https://a.example/x?a=1&amp;b"), ("https://b.example/", "https://b.example/", "https://b.example/"),
                ("https://c.example", "c", "https://c.example"), ("https://d.example", "d", "https://d.example")],
            field.Links.Select(l => (l.Href, field.Text[l.Start..l.End], source[l.SourceStart..l.SourceEnd])));
    }

    [Theory]
    [InlineData("# H\n\nNotice **18+**\n\nText", 1, "# H\n\n\n\nText")]
    [InlineData("> Notice\n> more\n\nText", 0, "\n\nText")]
    [InlineData("- a\n- b\n", 1, "- a\n\n")]
    [InlineData("<div class=\"w\">\n\nNotice\n\n</div>\n\nText", 0, "\n\nText")]
    [InlineData("**Notice**\\\nText", 0, "\nText")]
    [InlineData("| **a** | b |\n|---|---|\n", 0, "|  | b |\n|---|---|\n")]
    public void Finds_what_to_cut(string source, int block, string rest)
    {
        var cut = Read(source).Blocks[block];
        Assert.Equal(rest, source.Remove(cut.SourceStart, cut.SourceEnd - cut.SourceStart));
    }

    [Fact]
    public void Keeps_every_property_on_generated_markdown()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var source = new MarkdownScribble(seed).Markdown();
            var field = Read(source);
            ReadFieldAssert.IsSound(field);
            Assert.Equal(field.Text, string.Join('\n', ReadFieldAssert.Texts(field)));
            ReadFieldAssert.BlocksComeOut(field, Read);
        }
    }

    [Fact]
    public void Keeps_the_offsets_of_words()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var field = Read(new MarkdownScribble(seed).Markdown());
            for (var i = 0; i < field.Text.Length; i++)
            {
                if (char.IsLetterOrDigit(field.Text[i]))
                {
                    Assert.Equal(field.Text[i], field.Source[field.Map.SourceStart(i)]);
                }
            }
        }
    }

    /// <summary>Found by trying pieces of Markdown at random: here the parser's positions of tables and tabs reach into each other.</summary>
    [Theory]
    [InlineData("|#\n-|")]
    [InlineData("/\n|-\n-|")]
    [InlineData("ttp\n#\tp")]
    [InlineData("p\n|\n|\n|\\")]
    [InlineData("&_|!_\n-|")]
    [InlineData("<aside>**~~!w|<blockquote>\n\n  !~~~~</a><aside><pre>    ][\u00A0  **|<p hidden>\0    -|-\n&!*`<pre>\u00A0-|-\n)|**\U0001F600</b>></table>|<li>")]
    public void Keeps_blocks_apart_where_positions_are_rough(string source) => ReadFieldAssert.IsSound(Read(source));

    [Fact]
    public void Reads_any_cut_of_any_markdown_without_failing()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var markdown = new MarkdownScribble(seed).Markdown();
            for (var i = 0; i < markdown.Length; i += 7)
            {
                ReadFieldAssert.IsSound(Read(markdown[i..]));
                ReadFieldAssert.IsSound(Read(markdown[..i]));
            }
        }
    }

    [Theory]
    [InlineData(">", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("1. ", 100_000)]
    [InlineData("> - ", 5_000)]
    [InlineData("> ", 129)]
    public void Rejects_deep_quotes_and_lists(string marker, int count)
    {
        var refusal = Assert.Throws<CheckRefusedException>(() => Read(string.Concat(Enumerable.Repeat(marker, count)) + "x"));
        Assert.Equal(("invalid", "$.article.body"), (refusal.Code, refusal.Path));
    }

    [Theory]
    [InlineData("*a ")]
    [InlineData("[a](")]
    [InlineData("**a *b ")]
    [InlineData("[a](b (c ")]
    [InlineData("a <!-- ")]
    [InlineData("[x]: y\n")]
    [InlineData("~~a ")]
    [InlineData("[")]
    public void Rejects_marks_without_end(string mark)
    {
        var refusal = Assert.Throws<CheckRefusedException>(() => Read(string.Concat(Enumerable.Repeat(mark, 100_000))));
        Assert.Equal(("too-complex", "$.article.body"), (refusal.Code, refusal.Path));
    }

    [Theory]
    [InlineData("***")]
    [InlineData("`")]
    [InlineData("`a``b```")]
    [InlineData("<a ")]
    [InlineData("a <!-- b --> ")]
    [InlineData("&")]
    [InlineData("a_b ")]
    [InlineData("<b>x</b> ")]
    [InlineData("<div>\n\n</div>\n\n")]
    [InlineData("Hello, *world* and [all](x).\n\n")]
    [InlineData("- item [one](x)\n")]
    public void Reads_long_flat_markdown(string piece) =>
        ReadFieldAssert.IsOrdered(Read(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))));

    [Fact]
    public void Rejects_nested_lists_of_lines() => Assert.Throws<CheckRefusedException>(
        () => Read(string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', i * 2) + "- x\n"))));
}
