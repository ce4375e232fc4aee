using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Finding;

/// <summary>Where the article says that it comes from: the field, else its source line, else a canonical link to another host.</summary>
internal static class SourceFinder
{
    public static SourceReport? Find(ReadArticle article, ArticleParts parts) =>
        FromField(article) ?? FromLine(article, parts) ?? FromCanonicalLink(article);

    /// <summary>The range of the source's name in the body, where a line of the body names it.</summary>
    public static (int Start, int End)? NameInBody(ReadArticle article, ArticleParts parts)
    {
        var body = article.Body;
        for (var i = 0; i < parts.Body.Length; i++)
        {
            if (parts.Body[i] == PartKind.SourceLine && SourceLines.Value(body.Span(body.Blocks[i])) is { } value)
            {
                return (body.Blocks[i].Start + value.Start, body.Blocks[i].Start + value.End);
            }
        }

        return null;
    }

    private static SourceReport? FromField(ReadArticle article)
    {
        if (article.Field("source.name") is { } field && field.Text.AsSpan().Trim().Length > 0)
        {
            var evidence = EvidenceOf.Range(field, 0, field.Text.Length, EvidenceKind.Source);
            return new SourceReport(field.Text.Trim(), article.Article.Source?.Url, null, SourceOrigin.Field, evidence);
        }

        return article.Article.Source?.Url is { } url && Hosts.Range(url) is { } host
            ? new SourceReport(url[host.Start..host.End], url, null, SourceOrigin.Field,
                EvidenceOf.Address("source.url", url, host.Start, host.End - host.Start, EvidenceKind.Source))
            : null;
    }

    private static SourceReport? FromLine(ReadArticle article, ArticleParts parts)
    {
        if (NameInBody(article, parts) is not { } name)
        {
            return null;
        }

        var body = article.Body;
        var block = body.Blocks.First(b => name.Start >= b.Start && name.End <= b.End);
        var url = body.Links.FirstOrDefault(l => l.Start < name.End && name.Start < l.End).Href;
        return new SourceReport(
            body.Text[name.Start..name.End], url, null, SourceOrigin.SourceLine, EvidenceOf.Range(body, block.Start, block.End, EvidenceKind.Source));
    }

    private static SourceReport? FromCanonicalLink(ReadArticle article)
    {
        var own = article.Article.Url is { } url && Hosts.Range(url) is { } o ? AccountKeys.Bare(url[o.Start..o.End]) : null;
        foreach (var link in article.Body.Links)
        {
            if (link.Rel != "canonical" || Hosts.Range(link.Href) is not { } range)
            {
                continue;
            }

            var host = AccountKeys.Bare(link.Href[range.Start..range.End]);
            if (!string.Equals(host, own, StringComparison.Ordinal))
            {
                var evidence = new Evidence
                {
                    Field = article.Body.Path,
                    Start = link.SourceStart,
                    End = link.SourceEnd,
                    Quote = article.Body.Source[link.SourceStart..link.SourceEnd],
                    Text = link.Href,
                    Kind = EvidenceKind.Source,
                };
                return new SourceReport(host, link.Href, null, SourceOrigin.CanonicalLink, evidence);
            }
        }

        return null;
    }
}
