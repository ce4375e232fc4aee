using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Reviews;

/// <summary>Who works on a review: claimed on opening, kept while the page lives, taken over openly once the lease has ended.</summary>
internal sealed class ClaimService(
    IDbContextFactory<LabelContext> contexts, Ledger ledger, ReviewFeed feed, IOptions<ReviewOptions> options, TimeProvider time)
{
    private static readonly string Open = ReviewBook.Word(ReviewState.Open);
    private static readonly string Claimed = ReviewBook.Word(ReviewState.Claimed);

    /// <summary>Claims, or renews a claim of one's own.</summary>
    public async Task<Answer<ReviewRow>> ClaimAsync(string id, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await ReviewBook.FindAsync(db, id, person, cancel) is not { } review)
        {
            return ReviewRefusals.Unknown;
        }

        var now = time.GetUtcNow();
        if (!review.Waiting)
        {
            return ReviewRefusals.NotWaiting(review);
        }

        if (review.IsLeasedToOther(person.Id, now))
        {
            return ReviewRefusals.Held(review);
        }

        if (!person.Is(PersonRoles.Senior) && await ReviewBook.IsForSeniorsAsync(db, review, cancel))
        {
            return ReviewRefusals.NeedsSenior;
        }

        var before = review.ClaimedById;
        var until = now.AddSeconds(options.Value.LeaseSeconds);
        var taken = await db.Reviews
            .Where(r => r.Number == review.Number && r.Waiting && (r.ClaimedById == null || r.ClaimedById == person.Id || r.LeaseUntil == null || r.LeaseUntil <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(r => r.ClaimedById, person.Id).SetProperty(r => r.ClaimedByName, person.Name).SetProperty(r => r.LeaseUntil, until)
                .SetProperty(r => r.State, r => r.State == Open ? Claimed : r.State), cancel);
        if (taken == 0)
        {
            await db.Entry(review).ReloadAsync(cancel);
            return review.Waiting ? ReviewRefusals.Held(review) : ReviewRefusals.NotWaiting(review);
        }

        if (before != person.Id)
        {
            await ledger.WriteAsync(db, [new AuditEntry(AuditActor.Of(person), review.Site, AuditWhat.ReviewClaimed, id,
                AuditData.Of(before is null ? null : new() { ["claimedBy"] = before }, new() { ["claimedBy"] = person.Id }))], [], cancel);
        }

        await transaction.CommitAsync(cancel);
        await db.Entry(review).ReloadAsync(cancel);
        if (before != person.Id)
        {
            feed.Changed();
        }

        return review;
    }

    /// <summary>Gives a claim of one's own back; somebody else's stays.</summary>
    public async Task<Answer<ReviewRow>> ReleaseAsync(string id, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Reviews.SeenBy(person).Where(r => r.Id == id && r.Waiting && r.ClaimedById == person.Id)
            .ExecuteUpdateAsync(set => set
                .SetProperty(r => r.ClaimedById, (string?)null).SetProperty(r => r.ClaimedByName, (string?)null).SetProperty(r => r.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(r => r.State, r => r.State == Claimed ? Open : r.State), cancel);
        feed.Changed();
        return await ReviewBook.FindAsync(db, id, person, cancel) is { } review ? review : ReviewRefusals.Unknown;
    }
}
