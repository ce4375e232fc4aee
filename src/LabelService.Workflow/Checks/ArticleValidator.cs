using System.Collections.Immutable;
using FluentValidation;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Checks;

/// <summary>Bounds for an article's fields. The body itself is bounded by <c>Limits__MaxBodyBytes</c>.</summary>
internal sealed class ArticleValidator : AbstractValidator<Article>
{
    private const int MaximumExternalId = 255;
    private const int MaximumUrl = 2048;
    private const int MaximumTitle = 2000;
    private const int MaximumName = 500;
    private const int MaximumTags = 200;
    private const int MaximumAuthors = 100;
    private const int MaximumMedia = 1000;
    private const int MaximumAttributes = 200;

    /// <summary>Printing begins about here; archives reach far back.</summary>
    private const int FirstYear = 1450;
    private const int LastYear = 2200;

    /// <summary>One rule and not one a field: the library's own work for a rule is many times that of what it looks at.</summary>
    public ArticleValidator() => RuleFor(a => a).Custom((article, context) =>
    {
        CheckTexts(article, context);
        CheckDays(article, context);
        CheckParty(article.Publisher, "Publisher", context);
        CheckParty(article.Source, "Source", context);
        CheckLists(article, context);
        CheckCount("Attributes", article.Attributes?.Count, MaximumAttributes, context);
    });

    private static void CheckTexts(Article article, ValidationContext<Article> context)
    {
        if (string.IsNullOrWhiteSpace(article.Body))
        {
            context.AddFailure("Body", "must hold the article's text; it is empty or only white space.");
        }

        if (article.ExternalId is { } id && (id.Length > MaximumExternalId || string.IsNullOrWhiteSpace(id)))
        {
            context.AddFailure("ExternalId", $"must have 1 to {MaximumExternalId} characters.");
        }

        if (!IsWebAddress(article.Url))
        {
            context.AddFailure("Url", $"must be an absolute http or https address of at most {MaximumUrl} characters.");
        }

        if (article.Language is { } tag && !LanguageTag.IsWellFormed(tag))
        {
            context.AddFailure("Language", "must be a language tag of BCP 47, such as ru or en-GB.");
        }

        CheckLength("Title", article.Title, MaximumTitle, context);
        CheckLength("Section", article.Section, MaximumName, context);
    }

    private static void CheckDays(Article article, ValidationContext<Article> context)
    {
        CheckDay("PublishedAt", article.PublishedAt, context);
        CheckDay("PlannedFor", article.PlannedFor, context);
    }

    private static void CheckLists(Article article, ValidationContext<Article> context)
    {
        CheckTags(article.Tags ?? [], context);
        CheckCount("Authors", article.Authors?.Length, MaximumAuthors, context);
        CheckCount("Media", article.Media?.Length, MaximumMedia, context);
        var authors = article.Authors ?? [];
        for (var i = 0; i < Math.Min(authors.Length, MaximumAuthors); i++)
        {
            CheckParty(authors[i], $"Authors[{i}]", context);
        }

        CheckMedia(article.Media ?? [], context);
    }

    private static void CheckTags(ImmutableArray<string> tags, ValidationContext<Article> context)
    {
        CheckCount("Tags", tags.Length, MaximumTags, context);
        for (var i = 0; i < Math.Min(tags.Length, MaximumTags); i++)
        {
            if (tags[i] is null || tags[i].Length > MaximumName)
            {
                context.AddFailure($"Tags[{i}]", $"must be a string of at most {MaximumName} characters.");
            }
        }
    }

    private static void CheckMedia(ImmutableArray<MediaItem> media, ValidationContext<Article> context)
    {
        for (var i = 0; i < Math.Min(media.Length, MaximumMedia); i++)
        {
            if (media[i] is null)
            {
                context.AddFailure($"Media[{i}]", "must be an object, not null.");
            }
            else if (media[i].DurationSeconds is { } seconds && (seconds < 0 || !double.IsFinite(seconds)))
            {
                context.AddFailure($"Media[{i}].DurationSeconds", "must be a number of seconds from 0.");
            }
        }
    }

    private static void CheckParty(Party? party, string path, ValidationContext<Article> context)
    {
        if (party is null)
        {
            if (path.EndsWith(']'))
            {
                context.AddFailure(path, "must be an object, not null.");
            }

            return;
        }

        if (party.Name?.Length > MaximumName)
        {
            context.AddFailure($"{path}.Name", TooLong(MaximumName));
        }

        if (party.Url?.Length > MaximumUrl)
        {
            context.AddFailure($"{path}.Url", TooLong(MaximumUrl));
        }
    }

    private static void CheckLength(string path, string? text, int maximum, ValidationContext<Article> context)
    {
        if (text?.Length > maximum)
        {
            context.AddFailure(path, TooLong(maximum));
        }
    }

    private static void CheckDay(string path, Moment? moment, ValidationContext<Article> context)
    {
        if (moment is { Local.Year: < FirstYear or > LastYear })
        {
            context.AddFailure(path, $"must lie in the years {FirstYear} to {LastYear}.");
        }
    }

    private static void CheckCount(string path, int? count, int maximum, ValidationContext<Article> context)
    {
        if (count > maximum)
        {
            context.AddFailure(path, $"must hold at most {maximum} entries; it holds {count}.");
        }
    }

    private static string TooLong(int maximum) => $"must have at most {maximum} characters.";

    private static bool IsWebAddress(string? url) => url is null
        || (url.Length <= MaximumUrl && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));
}
