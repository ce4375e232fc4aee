using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using static LabelService.Engine.Reading.ElementTraits;

namespace LabelService.Engine.Reading;

/// <summary>The elements that matter for reading, by name; every other one is an inline element without a meaning of its own.</summary>
internal static class HtmlElements
{
    private const ElementTraits BlockLevel = Breaks | EndsParagraph;

    private static readonly FrozenDictionary<string, HtmlElement> ByName = All().ToFrozenDictionary(e => e.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, HtmlElement>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Elements whose content the tokenizer must not take for tags.</summary>
    private static readonly FrozenDictionary<string, HtmlParseMode> Modes = new Dictionary<string, HtmlParseMode>
    {
        ["script"] = HtmlParseMode.Script, ["plaintext"] = HtmlParseMode.Plaintext,
        ["title"] = HtmlParseMode.RCData, ["textarea"] = HtmlParseMode.RCData,
        ["style"] = HtmlParseMode.Rawtext, ["xmp"] = HtmlParseMode.Rawtext, ["iframe"] = HtmlParseMode.Rawtext,
        ["noembed"] = HtmlParseMode.Rawtext, ["noframes"] = HtmlParseMode.Rawtext, ["noscript"] = HtmlParseMode.Rawtext,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="name">A tag name in lower case.</param>
    public static HtmlElement Of(ReadOnlySpan<char> name) =>
        Lookup.TryGetValue(name, out var element) ? element : new HtmlElement(name.ToString(), None);

    public static HtmlParseMode ContentOf(HtmlElement element) => Modes.GetValueOrDefault(element.Name, HtmlParseMode.PCData);

    private static IEnumerable<HtmlElement> All() =>
    [
        .. Same(BlockLevel, "address", "center", "details", "dir", "div", "dl", "fieldset", "figure", "header", "hgroup", "ol",
            "section", "summary", "ul", "footer", "search"),
        .. Same(Breaks, "legend", "optgroup", "colgroup", "frameset"),
        .. Same(BlockLevel | Aside, "aside", "nav", "menu", "dialog"),
        .. Same(Breaks | Aside, "select"),
        .. Same(Hidden, "script", "style", "template", "noscript", "title", "noembed", "noframes", "datalist", "rp"),
        .. Same(Hidden | Media, "iframe", "video", "audio", "canvas"),
        .. Same(Hidden | Media | Foreign, "svg"),
        .. Same(Scope | Media, "object", "applet", "marquee"),
        .. Same(NoEndTag | Media, "img", "input", "embed"),
        .. Same(NoEndTag, "area", "base", "basefont", "bgsound", "br", "col", "frame", "keygen", "link", "meta", "param", "source", "track", "wbr"),
        .. Same(BlockLevel | Preformatted, "pre", "listing", "xmp", "plaintext"),
        .. Same(BlockLevel, ElementGroup.Heading, BlockKind.Heading, "h1", "h2", "h3", "h4", "h5", "h6"),
        .. Same(BlockLevel, ElementGroup.Term, null, "dd", "dt"),
        .. Same(Breaks | Scope, ElementGroup.Cell, null, "td", "th"),
        .. Same(Breaks, ElementGroup.RowGroup, null, "tbody", "thead", "tfoot"),
        .. Same(None, ElementGroup.Ruby, null, "rt", "rb", "rtc"),
        .. Same(None, ElementGroup.Document, null, "html", "head", "body"),
        .. Same(None, "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q",
            "picture", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"),
        new("textarea", Breaks | Aside | Preformatted),
        new("hr", BlockLevel | NoEndTag),
        new("math", Foreign),
        new("p", BlockLevel, ElementGroup.Paragraph),
        new("li", BlockLevel, ElementGroup.Item, BlockKind.ListItem),
        new("tr", Breaks, ElementGroup.Row),
        new("table", BlockLevel | Scope, ElementGroup.Table),
        new("caption", Breaks | Scope, ElementGroup.None, BlockKind.Caption),
        new("figcaption", BlockLevel, ElementGroup.None, BlockKind.Caption),
        new("blockquote", BlockLevel, ElementGroup.Quote, BlockKind.Quote),
        new("article", BlockLevel | Keeps, ElementGroup.Article),
        new("main", BlockLevel | Keeps, ElementGroup.Article),
        new("form", BlockLevel | Aside, ElementGroup.Form),
        new("button", Breaks | Aside, ElementGroup.Button),
        new("option", Breaks, ElementGroup.Option),
        new("a", None, ElementGroup.Anchor),
    ];

    private static IEnumerable<HtmlElement> Same(ElementTraits traits, params string[] names) =>
        Same(traits, ElementGroup.None, null, names);

    private static IEnumerable<HtmlElement> Same(ElementTraits traits, ElementGroup group, BlockKind? kind, params string[] names) =>
        names.Select(name => new HtmlElement(name, traits, group, kind));
}
