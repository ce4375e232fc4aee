using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.Reading;

/// <summary>The first stage: the article's fields as text, cut into blocks, each able to lead back into what was submitted.</summary>
public static class ArticleReader
{
    /// <summary>A body shorter than this (in UTF-16 code units) says too little about its language; the title is asked then.</summary>
    private const int TinyBody = 80;

    /// <exception cref="CheckRefusedException">The body is nested too deeply to be an article.</exception>
    public static ReadArticle Read(CheckRequest request)
    {
        var article = request.Article;
        var fields = ImmutableArray.CreateBuilder<ReadField>(8);
        AddText(fields, "title", article.Title);
        AddText(fields, "lead", article.Lead);
        var body = Body(article);
        fields.Add(body);
        AddParties(fields, article);
        AddMedia(fields, article);
        return new ReadArticle(request, fields.DrainToImmutable(), Language(article, body));
    }

    private static ReadField Body(Article article) => article.Format switch
    {
        ArticleFormat.Html => HtmlFormat.Read("body", article.Body),
        ArticleFormat.Markdown => MarkdownFormat.Read("body", article.Body),
        _ => TextFormat.Read("body", article.Body),
    };

    private static void AddParties(ImmutableArray<ReadField>.Builder fields, Article article)
    {
        if (article.Authors is { IsDefaultOrEmpty: false } authors)
        {
            for (var i = 0; i < authors.Length; i++)
            {
                AddText(fields, $"authors[{i}].name", authors[i].Name);
            }
        }

        AddText(fields, "publisher.name", article.Publisher?.Name);
        AddText(fields, "source.name", article.Source?.Name);
    }

    private static void AddMedia(ImmutableArray<ReadField>.Builder fields, Article article)
    {
        if (article.Media is not { IsDefaultOrEmpty: false } media)
        {
            return;
        }

        for (var i = 0; i < media.Length; i++)
        {
            AddText(fields, $"media[{i}].caption", media[i].Caption);
            AddText(fields, $"media[{i}].alt", media[i].Alt);
        }
    }

    private static void AddText(ImmutableArray<ReadField>.Builder fields, string path, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            fields.Add(TextFormat.Read(path, text));
        }
    }

    private static string? Language(Article article, ReadField body)
    {
        if (!string.IsNullOrWhiteSpace(article.Language))
        {
            return article.Language;
        }

        var fromBody = LanguageGuess.Of(body.Text);
        return fromBody is null || body.Text.Length < TinyBody ? LanguageGuess.Of(article.Title) ?? fromBody : fromBody;
    }
}
