using System.Text;

namespace LabelService.Engine.Tests.Reading;

/// <summary>Writes articles at random but repeatably, with everything in them that makes offsets hard.</summary>
internal sealed class Scribble(int seed)
{
    private static readonly string[] Words =
    [
        "word", "Слово", "agent", "иноагент", "18+", "soft\u00ADhyphen", "без\u200Bпробела", "😀", "a\u0301", "👨‍👩‍👧", "x\u00A0y", "—", "№5", "«Север»", "end.",
    ];

    private static readonly string[] Entities =
    [
        "&amp;", "&lt;b&gt;", "&nbsp;", "&#128512;", "&#x416;", "&mdash;", "&copy 2023", "&laquo;x&raquo;", "&shy;", "&NotEqualTilde;", "&#0;", "&#150;", "&unknown;", "&",
    ];

    private static readonly string[] Inline = ["b", "i", "em", "span", "a href=\"https://example.org/?a=1&amp;b=2\"", "u class='x y'"];

    private static readonly string[] Containers = ["div", "section", "article", "blockquote", "ul", "aside", "div class=\"w\"", "footer", "table"];

    private static readonly string[] Leaves = ["p", "h2", "li", "div", "figcaption", "p style=\"color:red\"", "td"];

    private readonly Random _random = new(seed);

    public string Text() => string.Concat(Enumerable.Range(0, 6).Select(_ => Sentence(entities: false) + Pick("\n", "\r\n", "\n\n", "\r", "\u2028", " \n\t\n")));

    public string Html()
    {
        var html = new StringBuilder();
        for (var i = 0; i < 3; i++)
        {
            Block(html, 0);
        }

        return html.ToString();
    }

    private void Block(StringBuilder html, int depth)
    {
        var choice = _random.Next(10);
        if (choice < 3 && depth < 4)
        {
            Element(html, Pick(Containers), () =>
            {
                for (var i = _random.Next(3); i >= 0; i--)
                {
                    Block(html, depth + 1);
                }
            });
        }
        else if (choice == 3)
        {
            html.Append(Pick("<script>if (a<b) c();</script>", "<style>p{}</style>", "<!-- no -->", "<p hidden>not here</p>", "<img src=x alt='y'>", "<hr>", "<br/>"));
        }
        else if (choice == 4)
        {
            html.Append(Phrase());
        }
        else
        {
            Element(html, Pick(Leaves), () => html.Append(Phrase()));
        }

        html.Append(Pick("", "\n", "  ", "\r\n\t"));
    }

    private string Phrase()
    {
        var html = new StringBuilder();
        for (var i = _random.Next(4); i >= 0; i--)
        {
            if (_random.Next(3) == 0)
            {
                Element(html, Pick(Inline), () => html.Append(Sentence(entities: true)));
            }
            else
            {
                html.Append(Sentence(entities: true));
            }

            html.Append(Pick("", " ", "<br>", "<wbr>", "<i hidden>zzz</i>", "<br />\n"));
        }

        return html.ToString();
    }

    public string Sentence(bool entities)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(5); i >= 0; i--)
        {
            text.Append(entities && _random.Next(4) == 0 ? Pick(Entities) : Pick(Words)).Append(Pick(" ", " ", "  ", entities ? "\n" : " ", ""));
        }

        return text.ToString();
    }

    private static void Element(StringBuilder html, string tag, Action content)
    {
        html.Append('<').Append(tag).Append('>');
        content();
        html.Append("</").Append(tag.Split(' ')[0]).Append('>');
    }

    public string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
