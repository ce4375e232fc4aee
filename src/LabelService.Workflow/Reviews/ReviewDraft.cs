using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Workflow.Reviews;

/// <summary>A review before it is known whether it must be opened: what would wait, until when, and what it is found by.</summary>
internal sealed record ReviewDraft(
    ImmutableArray<Question> Questions, DateTimeOffset DueAt, bool IsPlanned, int Persons, string? Language, string? Title, string? Author, string SearchText)
{
    private const int LongestTitle = 300;
    private const int LongestText = 4000;

    /// <returns>Null where nothing is left to a moderator.</returns>
    public static ReviewDraft? Of(CheckReport report, CheckRequest request, Ruleset ruleset, ReviewOptions options, DateTimeOffset now)
    {
        var questions = Reviews.Questions.Of(report);
        if (questions.IsEmpty)
        {
            return null;
        }

        var rules = questions.Select(q => ruleset.Rules.FirstOrDefault(r => r.Id == q.Rule)).OfType<Engine.Packs.Rule>().ToList();
        var within = rules.Min(r => r.Moderation.WithinHours) ?? options.DueAfterHours;
        var planned = request.Article.PlannedFor is { } at ? ZonedTime.Of(at, ruleset.TimeZone) : (DateTimeOffset?)null;
        var title = report.Article.Title.CutTo(LongestTitle);
        var author = (request.Article.Authors?.FirstOrDefault()?.Name).CutTo(LongestTitle);
        return new ReviewDraft(
            questions, planned ?? now.AddHours(within), planned is not null, rules.Count == 0 ? 1 : rules.Max(r => r.Moderation.Persons),
            report.Article.Language, title, author, TextOf(report, request, questions, title, author));
    }

    /// <summary>In small letters: not every database knows those of every alphabet.</summary>
    private static string TextOf(CheckReport report, CheckRequest request, ImmutableArray<Question> questions, string? title, string? author)
    {
        var evidence = report.Disclosures.Where(d => d.Status == DisclosureStatus.Pending).SelectMany(d => d.Evidence).Select(e => $"{e.Prefix}{e.Text}{e.Suffix}");
        string?[] parts = [title, author, request.Article.ExternalId, request.Article.Url, .. questions.Select(q => q.EntityName), .. questions.Select(q => q.Words), .. evidence];
        return string.Join('\n', parts.Where(p => !string.IsNullOrEmpty(p)).Distinct(StringComparer.Ordinal)).CutTo(LongestText).ToLowerInvariant();
    }
}
