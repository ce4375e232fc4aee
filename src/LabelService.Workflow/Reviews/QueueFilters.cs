using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>The parts of a queue's query.</summary>
internal static class QueueFilters
{
    private static readonly string Escalated = ReviewBook.Word(ReviewState.Escalated);
    private static readonly string Appealed = ReviewBook.Word(ReviewState.Appealed);
    private static readonly string Proposed = Kebab<DecisionState>.Word(DecisionState.Proposed);
    private static readonly string Decided = ReviewBook.Word(ReviewState.Decided);

    public static IQueryable<ReviewRow> Of(IQueryable<ReviewRow> reviews, QueueQuery query, Person person, DateTimeOffset now)
    {
        reviews = query.View switch
        {
            QueueView.Escalated => reviews.Where(r => r.State == Escalated),
            QueueView.Appealed => reviews.Where(r => r.State == Appealed),
            QueueView.Decided => reviews.Where(r => r.State == Decided && r.DecidedAt != null),
            QueueView.Claimed => reviews.Where(r => r.Waiting && r.ClaimedById == person.Id && r.LeaseUntil > now),
            _ => reviews.Where(r => r.Waiting),
        };
        if (query.Site is { } site)
        {
            reviews = reviews.Where(r => r.Site == site);
        }

        if (query.Language is { } language)
        {
            reviews = reviews.Where(r => r.Language == language);
        }

        if (query.OlderThan is { } hours && now.AddHours(-hours) is var opened)
        {
            reviews = reviews.Where(r => r.OpenedAt <= opened);
        }

        if (query.DueWithin is { } minutes && now.AddMinutes(minutes) is var due)
        {
            reviews = reviews.Where(r => r.DueAt <= due);
        }

        return reviews;
    }

    public static IQueryable<ReviewRow> After(IQueryable<ReviewRow> reviews, QueueQuery query, PageCursor? after) => after is not { } cursor ? reviews
        : query.View == QueueView.Decided ? reviews.Where(r => r.DecidedAt < cursor.At || (r.DecidedAt == cursor.At && r.Number < cursor.Number))
        : reviews.Where(r => r.DueAt > cursor.At || (r.DueAt == cursor.At && r.Number > cursor.Number));

    public static IQueryable<ReviewItemRow> Of(IQueryable<ReviewItemRow> items, QueueQuery query, DateTimeOffset now)
    {
        items = query.View == QueueView.Decided ? items : items.Where(i => i.Waiting);
        if (query.Rule is { } rule)
        {
            items = items.Where(i => i.Rule == rule);
        }

        if (query.Entity is { } entity)
        {
            items = items.Where(i => i.EntityId == entity);
        }

        if (query.Reason is { } reason)
        {
            items = items.Where(i => i.Reason == reason);
        }

        if (query.ConfidenceBelow is { } confidence)
        {
            items = items.Where(i => i.Confidence < confidence);
        }

        if (query.Site is { } site)
        {
            items = items.Where(i => i.Site == site);
        }

        if (query.Language is { } language)
        {
            items = items.Where(i => i.Language == language);
        }

        if (query.DueWithin is { } minutes && now.AddMinutes(minutes) is var due)
        {
            items = items.Where(i => i.DueAt <= due);
        }

        return items;
    }

    public static IQueryable<ReviewItemRow> After(IQueryable<ReviewItemRow> items, PageCursor? after) => after is not { } cursor
        ? items
        : items.Where(i => i.DueAt > cursor.At || (i.DueAt == cursor.At && i.ReviewNumber > cursor.Number));

    /// <summary>Whether the questions alone know all that is asked for.</summary>
    public static bool CanGoByItems(QueueQuery query) => query is { View: QueueView.Waiting, Text: null, OlderThan: null };

    /// <summary>What is routed to a person, was not skipped by them, and does not wait for somebody else because they spoke already.</summary>
    public static IQueryable<ReviewRow> Routed(LabelContext db, IQueryable<ReviewRow> reviews, DeskSettingsRow routes, Person person)
    {
        var me = person.Id;
        reviews = reviews.Where(r => !db.Skips.Any(s => s.AccountId == me && s.ReviewNumber == r.Number));
        reviews = reviews.Where(r => r.Persons < 2 || db.ReviewItems.Any(i => i.ReviewNumber == r.Number && i.Waiting
            && !db.Decisions.Any(d => d.ReviewId == r.Id && d.DisclosureId == i.DisclosureId && d.ById == me && d.State == Proposed)));
        reviews = reviews.Where(r => r.AppealedAt == null || !db.Decisions.Any(d => d.ReviewId == r.Id && (d.ById == me || d.SecondById == me)));
        if (!person.Is(PersonRoles.Senior))
        {
            reviews = reviews.Where(r => r.EscalatedAt == null);
        }

        if (Account.Split(routes.Languages) is { Length: > 0 } languages)
        {
            reviews = reviews.Where(r => languages.ToArray().Contains(r.Language));
        }

        if (Account.Split(routes.Rules) is { Length: > 0 } rules)
        {
            // A rule is routed by its id, or by the beginning of its id.
            var wanted = rules.ToArray();
            reviews = reviews.Where(r => db.ReviewItems.Any(i => i.ReviewNumber == r.Number && i.Waiting && wanted.Any(w => i.Rule.StartsWith(w))));
        }

        return reviews;
    }
}
