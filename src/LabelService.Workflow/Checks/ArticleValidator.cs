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

    public ArticleValidator()
    {
        RuleFor(a => a.Body).Must(body => !string.IsNullOrWhiteSpace(body)).WithMessage("must hold the article's text; it is empty or only white space.");
        RuleFor(a => a.ExternalId).Must(id => id is null || (id.Length is > 0 and <= MaximumExternalId && !string.IsNullOrWhiteSpace(id)))
            .WithMessage($"must have 1 to {MaximumExternalId} characters.");
        RuleFor(a => a.Url).Must(IsWebAddress).WithMessage($"must be an absolute http or https address of at most {MaximumUrl} characters.");
        RuleFor(a => a.Title).Must(t => Fits(t, MaximumTitle)).WithMessage($"must have at most {MaximumTitle} characters.");
        RuleFor(a => a.Section).Must(t => Fits(t, MaximumName)).WithMessage($"must have at most {MaximumName} characters.");
        RuleFor(a => a.Language).Must(tag => tag is null || LanguageTag.IsWellFormed(tag)).WithMessage("must be a language tag of BCP 47, such as ru or en-GB.");
        RuleFor(a => a.PublishedAt).Must(IsOfOurTime).WithMessage($"must lie in the years {FirstYear} to {LastYear}.");
        RuleFor(a => a.PlannedFor).Must(IsOfOurTime).WithMessage($"must lie in the years {FirstYear} to {LastYear}.");
        RuleFor(a => a.Attributes).Must(map => map is not { Count: > MaximumAttributes }).WithMessage($"must hold at most {MaximumAttributes} entries.");
        RuleFor(a => a.Publisher).Custom((party, context) => CheckParty(party, "Publisher", context));
        RuleFor(a => a.Source).Custom((party, context) => CheckParty(party, "Source", context));
        RuleFor(a => a).Custom(CheckLists);
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

        if (!Fits(party.Name, MaximumName))
        {
            context.AddFailure($"{path}.Name", $"must have at most {MaximumName} characters.");
        }

        if (!Fits(party.Url, MaximumUrl))
        {
            context.AddFailure($"{path}.Url", $"must have at most {MaximumUrl} characters.");
        }
    }

    private static void CheckCount(string path, int? count, int maximum, ValidationContext<Article> context)
    {
        if (count > maximum)
        {
            context.AddFailure(path, $"must hold at most {maximum} entries; it holds {count}.");
        }
    }

    private static bool Fits(string? text, int maximum) => text is null || text.Length <= maximum;

    private static bool IsOfOurTime(Moment? moment) => moment is null || moment.Value.Local.Year is >= FirstYear and <= LastYear;

    private static bool IsWebAddress(string? url) => url is null
        || (url.Length <= MaximumUrl && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));
}
