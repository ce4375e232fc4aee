using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Workflow.Reviews;

namespace LabelService.Web.Reviews;

/// <summary>One review as a moderator's tool sees it.</summary>
/// <param name="Reasons">Why rules alone could not decide.</param>
/// <param name="Check">The answer that was flagged, as it was given.</param>
/// <param name="Effective">What the article must carry now, with binding decisions applied; null once it was erased.</param>
internal sealed record ReviewView(
    string Id, string State, int Revision, string Site, string CheckId, string ContentHash, string? ExternalId, string? Url, string? Title, string? Author, DateTimeOffset OpenedAt,
    DateTimeOffset DueAt, string? ClaimedBy, DateTimeOffset? LeaseUntil, string? DecidedBy, DateTimeOffset? DecidedAt, string? EscalatedWhy, bool ForSeniors, int Persons,
    ImmutableArray<string> Reasons, ImmutableArray<QuestionView> Questions, JsonElement Check, EffectiveView? Effective,
    ImmutableArray<DecisionView> Decisions, ImmutableArray<NoteView> Notes)
{
    public static ReviewView Of(DeskView desk)
    {
        var r = desk.Review;
        return new ReviewView(
            r.Id, r.State, r.Revision, r.Site, r.CheckId, r.ContentHash, r.ExternalId, r.Url, r.Title, r.Author, r.OpenedAt, r.DueAt, r.ClaimedByName, r.LeaseUntil, r.DecidedByName,
            r.DecidedAt, r.EscalatedWhy, desk.IsForSeniors, r.Persons, [.. desk.Items.Select(i => i.Reason).Distinct()], [.. desk.Items.Select(QuestionView.Of)],
            JsonElement.Parse(desk.Check), desk.Found is { } found ? EffectiveView.Of(found.Effective) : null,
            [.. desk.Earlier.Where(d => d.ReviewId == r.Id).Select(DecisionView.Of)], [.. desk.Notes.Select(n => new NoteView(n.Kind, n.ByName, n.At, n.Text))]);
    }
}

/// <param name="Open">Whether it has yet to be decided.</param>
internal sealed record QuestionView(
    string DisclosureId, string Type, string Rule, string? Jurisdiction, string? EntityId, string? EntityName, string? Words, string Reason, double Confidence, bool Open)
{
    public static QuestionView Of(ReviewItemRow i) => new(i.DisclosureId, i.Type, i.Rule, i.Jurisdiction, i.EntityId, i.EntityName, i.Words, i.Reason, i.Confidence, i.Waiting);

    public static QuestionView Of(QueueItem i) => new(i.DisclosureId, i.Type, i.Rule, null, i.EntityId, i.EntityName, i.Words, i.Reason, i.Confidence, i.Waiting);
}

internal sealed record EffectiveView(Verdict Verdict, AskedDay AsOf, ImmutableArray<DisclosureReport> Disclosures, ImmutableArray<FlagReport> Flags, AgeRatingReport? AgeRating)
{
    public static EffectiveView Of(CheckReport report) => new(report.Verdict, report.AsOf, report.Disclosures, report.Flags, report.AgeRating);
}

/// <param name="State">proposed, binding, disputed, undone, replaced or ended.</param>
internal sealed record DecisionView(string Id, string DisclosureId, string Action, string? Reason, string State, string By, DateTimeOffset At, string? Second)
{
    public static DecisionView Of(DecisionRow d) => new(d.Id, d.DisclosureId, d.Action, d.Reason, d.State, d.ByName, d.At, d.SecondByName);
}

/// <param name="Kind">comment, question, appeal or escalation.</param>
internal sealed record NoteView(string Kind, string By, DateTimeOffset At, string Text);

/// <summary>How a review stands after something was done.</summary>
internal sealed record ReviewStanding(string Id, string State, int Revision, string? ClaimedBy, DateTimeOffset? LeaseUntil, DateTimeOffset DueAt)
{
    public static ReviewStanding Of(ReviewRow r) => new(r.Id, r.State, r.Revision, r.ClaimedByName, r.LeaseUntil, r.DueAt);
}

/// <param name="Next">The cursor of the page after; null on the last.</param>
internal sealed record ReviewList(ImmutableArray<ReviewLine> Reviews, string? Next);

internal sealed record ReviewLine(
    string Id, string State, int Revision, string Site, string? Title, string? Author, string? Language, string? ExternalId, string? Url, DateTimeOffset OpenedAt, DateTimeOffset DueAt,
    string? ClaimedBy, DateTimeOffset? LeaseUntil, string? DecidedBy, DateTimeOffset? DecidedAt, ImmutableArray<QuestionView> Questions)
{
    public static ReviewLine Of(QueueLine l) => new(
        l.Id, l.State, l.Revision, l.Site, l.Title, l.Author, l.Language, l.ExternalId, l.Url, l.OpenedAt, l.DueAt, l.ClaimedByName, l.LeaseUntil, l.DecidedByName, l.DecidedAt,
        [.. l.Items.Select(QuestionView.Of)]);
}
