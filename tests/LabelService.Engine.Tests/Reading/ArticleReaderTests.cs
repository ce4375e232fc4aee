using LabelService.Engine.Model;
using LabelService.Engine.Reading;

namespace LabelService.Engine.Tests.Reading;

public sealed class ArticleReaderTests
{
    private static ReadArticle Read(Article article) => ArticleReader.Read(new CheckRequest { Article = article });

    [Fact]
    public void Finds_the_fields_by_the_paths_of_the_contract()
    {
        var read = Read(new Article
        {
            Title = "T", Lead = "L", Body = "B",
            Authors = [new Party { Name = "A0" }, new Party(), new Party { Name = "A2" }],
            Publisher = new Party { Name = "P" }, Source = new Party { Name = "S" },
            Media = [new MediaItem { Alt = "M0" }, new MediaItem { Caption = "M1", Alt = "" }],
        });
        Assert.Equal(
            ["title:T", "lead:L", "body:B", "authors[0].name:A0", "authors[2].name:A2", "publisher.name:P", "source.name:S", "media[0].alt:M0", "media[1].caption:M1"],
            read.Fields.Select(f => $"{f.Path}:{f.Text}"));
    }

    [Theory]
    [InlineData(ArticleFormat.Text, "*a* <b>b</b> &amp;")]
    [InlineData(ArticleFormat.Html, "*a* b &")]
    [InlineData(ArticleFormat.Markdown, "a b &")]
    public void Reads_the_body_alone_by_its_format(ArticleFormat format, string text)
    {
        const string source = "*a* <b>b</b> &amp;";
        var read = Read(new Article { Title = source, Body = source, Format = format });
        Assert.Equal(text, read.Body.Text);
        Assert.Same(source, read.Body.Source);
        Assert.Same(source, read.Field("title")!.Text);
    }

    [Fact]
    public void Keeps_a_body_without_text() => Assert.Empty(Read(new Article { Body = "" }).Body.Blocks);

    [Fact]
    public void Keeps_the_language_given() => Assert.Equal("kk-Cyrl", Read(new Article { Body = "The cat is on the mat", Language = "kk-Cyrl" }).Language);

    [Fact]
    public void Finds_the_language_of_the_body() =>
        Assert.Equal("en", Read(new Article { Title = "Власти не сообщили, что это было", Body = "The talks were interrupted and will not be resumed before the spring, as the ministry has said on Monday." }).Language);

    [Fact]
    public void Finds_the_language_by_the_title_when_the_body_is_tiny() =>
        Assert.Equal("ru", Read(new Article { Title = "Власти не сообщили, что это было", Body = "TASS" }).Language);
}
