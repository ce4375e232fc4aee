using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using Ganss.Xss;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using Markdig;

namespace LabelService.Engine.Labelling;

/// <summary>The labelled article as HTML: the author's own markup, spliced at the offsets of the source, then sanitised.</summary>
internal static class LabelledHtml
{
    /// <summary>Taking siblings out takes time by the square of their number; with this many it is still a fraction of a second.</summary>
    private const int MostTags = 60_000;

    /// <summary>Attributes of one tag; further ones are dropped, since taking one out takes as long as there are others.</summary>
    private const int MostAttributes = 200;

    private static readonly HtmlParserOptions Options = new()
    {
        ShouldEmitAttribute = static (ref StructHtmlToken tag, ReadOnlyMemory<char> _) => tag.Attributes.Count < MostAttributes,
    };

    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    public static string Write(ArticleFacts facts, LabelPlan plan)
    {
        var html = new StringBuilder();
        Line(html, facts.Parts.Title is { } title ? $"<h1>{LabelMarkup.Encode(title)}</h1>" : null);
        foreach (var label in plan.HtmlAt(Placement.BeforeTitle).Concat(plan.HtmlAt(Placement.BeforeBody)).Concat(plan.HtmlAt(Placement.OnMedia)))
        {
            Line(html, label);
        }

        Line(html, facts.Parts.Lead is { } lead ? $"<p class=\"ls-lead\">{LabelMarkup.Encode(lead)}</p>" : null);
        Line(html, Body(facts, plan));
        foreach (var label in plan.HtmlAt(Placement.AfterBody))
        {
            Line(html, label);
        }

        Line(html, SourceLine.Of(facts) is { } source ? LabelMarkup.Source(source, facts.Article.Language) : null);
        // Paragraphs made here of encoded text need no sanitising; what authors and their editors wrote does.
        var written = facts.Request.Article.Format == ArticleFormat.Text ? html.ToString().Trim() : Sanitise(html.ToString());
        return AiDisclosure.Wrap(written, facts.Request.Article);
    }

    /// <exception cref="CheckRefusedException">The markup has more elements than can be sanitised in a bounded time.</exception>
    private static string Sanitise(string html)
    {
        if (html.AsSpan().Count('<') > MostTags)
        {
            throw new CheckRefusedException("too-complex", "$.article.body",
                $"The body has more than {MostTags} tags, too many to label as HTML; send it in parts, or do not ask to include 'labelled'.");
        }

        using var page = Sanitizer.SanitizeDom(html);
        return MarkupText.Of(page.Body!, Sanitizer.OutputFormatter).Trim();
    }

    private static string Body(ArticleFacts facts, LabelPlan plan) => facts.Request.Article.Format switch
    {
        ArticleFormat.Html => AiDisclosure.Unwrap(Splice(facts.Article.Body, plan, isHtml: true)),
        ArticleFormat.Markdown => Markdig.Markdown.ToHtml(Splice(facts.Article.Body, plan, isHtml: false), Markdown),
        _ => Paragraphs(facts, plan),
    };

    private static string Paragraphs(ArticleFacts facts, LabelPlan plan)
    {
        var html = new StringBuilder();
        foreach (var paragraph in LabelledText.Body(facts, plan, static words => LabelMarkup.Encode(words.ToString()), static r => r.Html(mayLink: true)))
        {
            html.Append("<p>").Append(paragraph.Text).Append("</p>\n");
        }

        return html.ToString();
    }

    /// <summary>The source of the body without what goes and with the remarks that come behind names.</summary>
    private static string Splice(ReadField body, LabelPlan plan, bool isHtml)
    {
        var edits = plan.LeftOutBlocks.Select(i => (Start: body.Blocks[i].SourceStart, End: body.Blocks[i].SourceEnd, Put: ""))
            .Concat(plan.Cuts.Select(c => (body.Map.SourceStart(c.Start), body.Map.SourceEnd(c.End), "")))
            .Concat(plan.Remarks.Select(r => RemarkPlace.Of(body, r, isHtml)).Select(p => (p.At, p.At, p.Html)))
            .OrderBy(e => e.Item1).ThenBy(e => e.Item2);
        var written = new StringBuilder(body.Source.Length);
        var position = 0;
        foreach (var (start, end, put) in edits)
        {
            written.Append(body.Source, position, Math.Max(0, start - position)).Append(put);
            position = Math.Max(position, end);
        }

        return written.Append(body.Source, position, body.Source.Length - position).ToString().Trim();
    }

    private static void Line(StringBuilder html, string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            html.Append(line.Trim()).Append('\n');
        }
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer { HtmlParserFactory = static () => new HtmlParser(Options) };
        sanitizer.AllowedAttributes.Add("class");
        sanitizer.AllowedAttributes.Add("lang");
        sanitizer.AllowedAttributes.Add("role");
        sanitizer.AllowedAttributes.Add("aria-label");
        sanitizer.AllowDataAttributes = true;
        sanitizer.AllowedTags.Remove("form");
        sanitizer.AllowedTags.Remove("input");
        sanitizer.AllowedTags.Remove("button");
        sanitizer.AllowedTags.Remove("select");
        sanitizer.AllowedTags.Remove("option");
        sanitizer.AllowedTags.Remove("textarea");
        sanitizer.AllowedAttributes.Remove("style");
        sanitizer.AllowedCssProperties.Clear();
        return sanitizer;
    }
}
