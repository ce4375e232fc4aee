using LabelService.Engine.Model;
using LabelService.Workflow;
using LabelService.Workflow.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Reviews;

/// <summary>The query string of the queue for programs: what cannot be read is refused, where the page leaves it out.</summary>
internal sealed record ReviewListQuery
{
    private const int Longest = 300;

    [FromQuery(Name = "view")]
    public string? View { get; init; }

    [FromQuery(Name = "site")]
    public string? Site { get; init; }

    [FromQuery(Name = "rule")]
    public string? Rule { get; init; }

    [FromQuery(Name = "entity")]
    public string? Entity { get; init; }

    [FromQuery(Name = "reason")]
    public string? Reason { get; init; }

    [FromQuery(Name = "language")]
    public string? Language { get; init; }

    [FromQuery(Name = "confidenceBelow")]
    public double? ConfidenceBelow { get; init; }

    [FromQuery(Name = "dueWithin")]
    public int? DueWithin { get; init; }

    [FromQuery(Name = "olderThan")]
    public int? OlderThan { get; init; }

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    public Answer<QueueQuery> Query()
    {
        var view = QueueView.Waiting;
        if (Given(View) is { } word && !Kebab<QueueView>.TryParse(word, out view))
        {
            return Refusal.Invalid("view", $"must be one of: {string.Join(", ", Kebab<QueueView>.Words)}.");
        }

        if (Given(Reason) is { } reason && !Kebab<PendingReason>.TryParse(reason, out _))
        {
            return Refusal.Invalid("reason", $"must be one of: {string.Join(", ", Kebab<PendingReason>.Words)}.");
        }

        // "NaN" is a number to whoever reads numbers, and is neither below nor above.
        if (ConfidenceBelow is { } below && !(below is >= 0 and <= 1))
        {
            return Refusal.Invalid("confidenceBelow", "must be from 0 to 1.");
        }

        if (DueWithin is < 0 or > 1_000_000)
        {
            return Refusal.Invalid("dueWithin", "must be a number of minutes from 0 to 1000000.");
        }

        if (OlderThan is < 0 or > 100_000)
        {
            return Refusal.Invalid("olderThan", "must be a number of hours from 0 to 100000.");
        }

        string?[] texts = [Site, Rule, Entity, Language, Q];
        return texts.Any(t => t?.Length > Longest) ? Refusal.Invalid("q", $"no part of the query may have more than {Longest} characters.") : new QueueQuery
        {
            View = view,
            Site = Given(Site),
            Rule = Given(Rule),
            Entity = Given(Entity),
            Reason = Given(Reason),
            Language = Given(Language),
            ConfidenceBelow = ConfidenceBelow,
            DueWithin = DueWithin,
            OlderThan = OlderThan,
            Text = Given(Q),
            Cursor = Given(Cursor),
        };
    }

    /// <summary>An empty field of a form asks for nothing.</summary>
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
