using System.Collections.Immutable;
using FluentValidation;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Checks;

/// <summary>What a well-formed request must hold besides: texts that are there, known codes, days of sense, and bounds for all that grows.</summary>
internal sealed class CheckRequestValidator : AbstractValidator<CheckRequest>
{
    private const int MaximumJurisdictions = 50;
    private const int MaximumLanguages = 20;
    private const int MaximumIncludes = 10;

    /// <summary>Days asked about: before 1900 no rule of any pack was in force, and after 2200 none can be known.</summary>
    private static readonly DateOnly FirstDay = new(1900, 1, 1);
    private static readonly DateOnly LastDay = new(2200, 12, 31);

    public CheckRequestValidator()
    {
        RuleFor(r => r.Article).SetValidator(new ArticleValidator());
        RuleFor(r => r).Custom((request, context) =>
        {
            CheckDay(request.AsOf, context);
            CheckJurisdictions(request.Jurisdictions, context);
            CheckLanguages(request.Languages, context);
            if (request.Include is { Length: > MaximumIncludes })
            {
                context.AddFailure("Include", $"must hold at most {MaximumIncludes} words.");
            }
        });
    }

    private static void CheckDay(DateOnly? day, ValidationContext<CheckRequest> context)
    {
        if (day < FirstDay || day > LastDay)
        {
            context.AddFailure("AsOf", $"must be a day from {FirstDay:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}.");
        }
    }

    private static void CheckJurisdictions(ImmutableArray<string>? codes, ValidationContext<CheckRequest> context)
    {
        if (codes is not { } given)
        {
            return;
        }

        if (given.Length is 0 or > MaximumJurisdictions)
        {
            context.AddFailure("Jurisdictions", $"must name 1 to {MaximumJurisdictions} jurisdictions; leave it out for the service's own setting.");
            return;
        }

        for (var i = 0; i < given.Length; i++)
        {
            if (!Jurisdictions.IsKnown(given[i]))
            {
                context.AddFailure($"Jurisdictions[{i}]", $"'{Shown(given[i])}' is no jurisdiction; use an ISO 3166-1 alpha-2 code such as RU, EU, or any.");
            }
        }
    }

    private static void CheckLanguages(ImmutableArray<string>? tags, ValidationContext<CheckRequest> context)
    {
        if (tags is not { } given)
        {
            return;
        }

        if (given.Length is 0 or > MaximumLanguages)
        {
            context.AddFailure("Languages", $"must name 1 to {MaximumLanguages} languages; leave it out for the article's and each rule's official one.");
            return;
        }

        for (var i = 0; i < given.Length; i++)
        {
            if (!LanguageTag.IsWellFormed(given[i]))
            {
                context.AddFailure($"Languages[{i}]", $"'{Shown(given[i])}' is no language tag; use BCP 47, such as ru or en-GB.");
            }
        }
    }

    /// <summary>A caller's own words inside a message: never longer than a glance.</summary>
    internal static string Shown(string? text) => text is null ? "null" : text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
