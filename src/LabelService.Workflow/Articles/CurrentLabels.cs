using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Articles;

/// <summary>What a stored article must carry today.</summary>
/// <param name="Revision">Grows whenever the content of the article changes.</param>
/// <param name="DecidedBy"><c>rules</c>, or <c>moderator</c> where a decision binds.</param>
/// <param name="ValidUntil">The next midnight of the ruleset's zone: rules and listings change by day.</param>
public sealed record CurrentLabels(
    string? ExternalId,
    string ContentHash,
    int Revision,
    AskedDay AsOf,
    Verdict Verdict,
    ImmutableArray<DisclosureReport> Disclosures,
    ImmutableArray<FlagReport> Flags,
    AgeRatingReport? AgeRating,
    SourceReport? Source,
    string DecidedBy,
    DateTimeOffset ValidUntil)
{
    /// <param name="isModerated">Whether decisions are heard in the report.</param>
    /// <param name="includePending">Whether what waits for a moderator is shown, too.</param>
    internal static CurrentLabels Of(CheckReport report, string? externalId, int revision, bool isModerated, DateTimeOffset validUntil, bool includePending) => new(
        externalId, report.Article.ContentHash, revision, report.AsOf, report.Verdict,
        [.. report.Disclosures.Where(d => includePending || d.Status != DisclosureStatus.Pending)],
        report.Flags,
        report.AgeRating is { Status: DisclosureStatus.Pending } && !includePending ? null : report.AgeRating,
        report.Source, isModerated ? "moderator" : "rules", validUntil);
}
