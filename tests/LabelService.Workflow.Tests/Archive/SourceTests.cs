using System.Text;
using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Workflow.Archive.Sources;

namespace LabelService.Workflow.Tests.Archive;

public sealed class SourceTests : IDisposable
{
    private const string Export =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel>
        <title>The Invented Courier</title>
        <wp:base_site_url>https://Courier.example</wp:base_site_url>
        <wp:base_blog_url>https://courier.example:8443/news/</wp:base_blog_url>
        <wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[vera]]></wp:author_login><wp:author_display_name><![CDATA[Vera Snow]]></wp:author_display_name></wp:author>
        <item><title>A page</title><wp:post_id>1</wp:post_id><wp:post_type>page</wp:post_type><wp:status>publish</wp:status></item>
        <item>
        <title><![CDATA[Ice & bay]]></title><link>https://courier.example/ice</link><dc:creator><![CDATA[vera]]></dc:creator>
        <content:encoded><![CDATA[First line
        goes on.

        Second paragraph.]]></content:encoded><excerpt:encoded><![CDATA[A lead]]></excerpt:encoded>
        <wp:post_id>42</wp:post_id><wp:post_date>2023-02-07 03:00:00</wp:post_date><wp:post_date_gmt>2023-02-07 00:00:00</wp:post_date_gmt>
        <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
        <category domain="post_tag" nicename="ice"><![CDATA[ice]]></category><category domain="category" nicename="bay"><![CDATA[Bay]]></category>
        <wp:postmeta><wp:meta_key>title</wp:meta_key><wp:meta_value>no title</wp:meta_value></wp:postmeta>
        </item>
        <item><title>A draft</title><wp:post_id>43</wp:post_id><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>
        <item><title>Blocks</title><content:encoded><![CDATA[<!-- wp:paragraph --><p>Text.</p>]]></content:encoded><wp:post_id>44</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
        </channel></rss>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("labels-source-").FullName;

    [Fact]
    public void Reads_the_published_posts_of_an_export()
    {
        var records = new ExportSource(Write("export.xml", Export)).Read(0).ToList();

        Assert.Equal([true, false, true, false], records.Select(r => r.IsPassedOver));
        var article = records[1].Request!.Article;
        Assert.Equal(("wp:courier.example.8443/news:42", "https://courier.example/ice", "Ice & bay", "A lead"), (article.ExternalId, article.Url, article.Title, article.Lead));
        Assert.Equal(("<p>First line<br>\ngoes on.</p>\n<p>Second paragraph.</p>\n", ArticleFormat.Html), (article.Body, article.Format));
        Assert.Equal(("Vera Snow", "Bay", "ice"), (Assert.Single(article.Authors!.Value).Name, article.Section, Assert.Single(article.Tags!.Value)));
        Assert.Equal("2023-02-07T00:00:00Z", article.PublishedAt.ToString());
        Assert.Equal("<!-- wp:paragraph --><p>Text.</p>", records[3].Request!.Article.Body);
        Assert.Equal("wp:courier.example.8443/news:44", new ExportSource(Path.Combine(_folder, "export.xml")).Read(3).Single().Request!.Article.ExternalId);
    }

    [Fact]
    public void Says_where_an_export_is_broken_and_gives_what_comes_before()
    {
        var read = new List<RawRecord>();

        var error = Assert.Throws<InvalidDataException>(() => read.AddRange(new ExportSource(Write("export.xml", Export[..^400])).Read(0)));

        Assert.Contains("Line ", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => new ExportSource(Write("dtd.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><rss>&a;</rss>")).Read(0).ToList());
    }

    [Fact]
    public void Reads_a_folder_of_texts_with_what_is_known_of_them()
    {
        Write("b.md", "---\ntitle: \"Ice: bay\"\ndate: 2023-02-07\nauthor: [Vera Snow, Egor Reef]\ntags: [ice, bay]\nlayout: post\n---\n\nText *here*.\n");
        Write("a.txt", "Bare text.\r\n");
        Write("c/d.html", "<p>Text.</p>");
        Write("c/d.html.json", """{"externalId":"x:1","kind":"opinion"}""");
        Write("e.md", "---\ntitle: [\n---\nText.");
        Write("f.txt", "x");
        File.WriteAllBytes(Path.Combine(_folder, "f.txt"), [0xC3, 0x28]);
        Write("picture.png", "");

        var source = new FolderSource(_folder);
        var records = source.Read(0).ToList();

        Assert.Equal(["a.txt", "b.md", "c/d.html", "e.md", "f.txt"], records.Select(r => r.Place));
        Assert.Equal("Bare text.\n", Member(records[0], "body"));
        Assert.Equal(("file:b.md", "Ice: bay", "2023-02-07", "Text *here*.\n", "markdown"), (Member(records[1], "externalId"), Member(records[1], "title"), Member(records[1], "publishedAt"), Member(records[1], "body"), Member(records[1], "format")));
        Assert.Equal(("x:1", "opinion", "html"), (Member(records[2], "externalId"), Member(records[2], "kind"), Member(records[2], "format")));
        Assert.All(records.Skip(3), r => Assert.NotNull(r.Fault));
        Assert.Equal(["f.txt"], source.Read(4).Select(r => r.Place));
    }

    [Fact]
    public void Reads_lines_from_any_of_them_on()
    {
        var file = Write("lines.ndjson", "{\"a\":1}\r\n\n{\"b\":\"" + new string('x', 3_000_000) + "\"}\n{\"c\":3}");
        var records = new LineSource(file).Read(0).ToList();

        Assert.Equal([7, null, 3_000_008, 7], records.Select(r => r.Json?.Length));
        Assert.Equal(new FileInfo(file).Length, records[^1].Next);
        Assert.Equal("{\"c\":3}", Encoding.UTF8.GetString(new LineSource(file).Read(records[2].Next).Single().Json!));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string? Member(RawRecord record, string name) => JsonDocument.Parse(record.Json!).RootElement.GetProperty(name).GetString();

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.TrimStart(), new UTF8Encoding(false));
        return file;
    }
}
