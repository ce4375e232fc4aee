using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Archive.Sources;

/// <summary>One item of an export of WordPress.</summary>
internal sealed class ExportItem
{
    private static readonly string[] Blocks = ["<p", "<div", "<figure", "<ul", "<ol", "<h2", "<blockquote"];

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _tags = [];
    private string? _category;

    public void Read(XmlReader item)
    {
        item.Read();
        while (item.Read())
        {
            if (item.NodeType != XmlNodeType.Element || item.Depth != 1)
            {
                continue;
            }

            if (item.LocalName == "category")
            {
                ReadCategory(item);
            }
            else if (item.LocalName is not ("postmeta" or "comment"))
            {
                // «content:encoded» and «excerpt:encoded» have one local name.
                _fields.TryAdd(item.LocalName == "encoded" ? item.Prefix : item.LocalName, ExportBlog.Text(item));
            }
        }
    }

    public RawRecord ToRecord(ExportBlog blog, long number)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"item {number}");
        if (Field("post_type") != "post" || Field("status") != "publish")
        {
            return new RawRecord(place, number) { IsPassedOver = true };
        }

        return Field("post_id") is not { } id ? new RawRecord(place, number) { Fault = "wp:post_id is missing" }
            : new RawRecord($"{place} ({Field("link") ?? id})", number) { Request = new CheckRequest { Article = ToArticle(blog, id) } };
    }

    private Article ToArticle(ExportBlog blog, string id) => new()
    {
        ExternalId = blog.Prefix + id,
        Url = Field("link"),
        Title = Field("title"),
        Lead = Field("excerpt"),
        Body = Paragraphs(Field("content") ?? ""),
        Format = ArticleFormat.Html,
        PublishedAt = Published(),
        Section = _category,
        Tags = _tags.Count > 0 ? [.. _tags] : null,
        Authors = blog.AuthorOf(Field("creator")) is { } author ? [new Party { Name = author }] : null,
    };

    private string? Field(string name) => _fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    private void ReadCategory(XmlReader item)
    {
        var domain = item.GetAttribute("domain");
        var text = ExportBlog.Text(item);
        if (domain == "category")
        {
            _category ??= text;
        }
        else if (domain == "post_tag" && text.Length > 0)
        {
            _tags.Add(text);
        }
    }

    private Moment? Published()
    {
        var written = Field("post_date_gmt") is { } gmt && !gmt.StartsWith("0000", StringComparison.Ordinal) ? gmt : Field("post_date");
        return DateTime.TryParseExact(written, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && Moment.TryParse(at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), out var moment) ? moment : null;
    }

    /// <summary>What the classic editor kept has no paragraphs: WordPress makes them of blank lines when it shows a post.</summary>
    private static string Paragraphs(string content)
    {
        if (Blocks.Any(b => content.Contains(b, StringComparison.OrdinalIgnoreCase)))
        {
            return content;
        }

        var html = new StringBuilder(content.Length + 64);
        foreach (var paragraph in content.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").Append(paragraph.Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        }

        return html.ToString();
    }
}
