using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>Reviews as one person may see them.</summary>
internal static class ReviewBook
{
    public static IQueryable<ReviewRow> SeenBy(this IQueryable<ReviewRow> reviews, Person person)
    {
        var sites = SitesOf(person);
        return sites is null ? reviews : reviews.Where(r => sites.Contains(r.Site));
    }

    public static IQueryable<ReviewItemRow> SeenBy(this IQueryable<ReviewItemRow> items, Person person)
    {
        var sites = SitesOf(person);
        return sites is null ? items : items.Where(r => sites.Contains(r.Site));
    }

    /// <returns>Null where the person sees all.</returns>
    public static string[]? SitesOf(Person person) => person.Sees(Person.EverySite) ? null : [.. person.Sites];

    public static async Task<ReviewRow?> FindAsync(LabelContext db, string id, Person person, CancellationToken cancel) =>
        await db.Reviews.SeenBy(person).SingleOrDefaultAsync(r => r.Id == id, cancel);

    /// <summary>Whether only a senior may decide it.</summary>
    public static async Task<bool> IsForSeniorsAsync(LabelContext db, ReviewRow review, CancellationToken cancel)
    {
        if (review.EscalatedAt is not null)
        {
            return true;
        }

        return (await HeldAsync(db, review, cancel)).Count > 0;
    }

    /// <returns>Entities that the review asks about and that are in dispute.</returns>
    public static async Task<HashSet<string>> HeldAsync(LabelContext db, ReviewRow review, CancellationToken cancel)
    {
        var entities = await db.ReviewItems.Where(i => i.ReviewNumber == review.Number && i.EntityId != null).Select(i => i.EntityId!).Distinct().ToListAsync(cancel);
        return entities.Count == 0
            ? []
            : [.. await db.EntityHolds.Where(h => h.LiftedAt == null && entities.Contains(h.EntityId)).Select(h => h.EntityId).ToListAsync(cancel)];
    }

    /// <summary>What waits again has time again: else it would be overdue, and a senior's, at once.</summary>
    public static void GiveTime(ReviewRow review, ReviewOptions options, DateTimeOffset now)
    {
        if (review.DueAt <= now)
        {
            (review.DueAt, review.IsPlanned) = (now.AddHours(options.DueAfterHours), false);
        }
    }

    public static string Word(ReviewState state) => Kebab<ReviewState>.Word(state);
}
