using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Events;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Reviews;

/// <summary>
/// What a check does to the reviews of its article: the review that waits with these very questions stays; else a new one opens for those
/// that no decision answers, so that an edit asks again only about what it changed; and what waited before is superseded.
/// </summary>
/// <param name="Reference">For the answer; null where nothing is left to a moderator.</param>
/// <param name="Ends">The waiting review that ends.</param>
/// <param name="MovesTo">The new planned time of the one that stays.</param>
/// <param name="Opens">The questions of a new review, whose id is the reference's.</param>
internal sealed record ReviewPlan(ReviewReference? Reference, WaitingReview? Ends, (WaitingReview Review, DateTimeOffset At)? MovesTo, ImmutableArray<Question> Opens)
{
    public static ReviewPlan Of(CheckRecord record, ReviewDraft? draft, ArticleReviews known)
    {
        if (draft is null)
        {
            return new ReviewPlan(null, known.Waiting, null, []);
        }

        ImmutableArray<Question> open = [.. draft.Questions.Where(q => !known.Decided.Contains((q.DisclosureId, q.Basis)))];
        if (open.IsEmpty)
        {
            return new ReviewPlan(Refer(known.LastDecided!, Kebab<ReviewState>.Word(ReviewState.Decided)), known.Waiting, null, []);
        }

        if (known.Waiting is { } waiting && waiting.ContentHash == record.Report.Article.ContentHash && waiting.Items.SetEquals(open.Select(q => (q.DisclosureId, q.Basis))))
        {
            return new ReviewPlan(Refer(waiting.Id, waiting.State), null, draft.IsPlanned && draft.DueAt != waiting.DueAt ? (waiting, draft.DueAt) : null, []);
        }

        return new ReviewPlan(Refer(RandomId.Next("rev", record.Now), Kebab<ReviewState>.Word(ReviewState.Open)), known.Waiting, null, open);
    }

    /// <summary>What the newsroom is told of it.</summary>
    public IEnumerable<EventDraft> Events(PutArticle article, CheckRecord record)
    {
        if (Ends is not null)
        {
            yield return article.Event(EventTypes.ReviewSuperseded, record) with { CheckId = record.Report.Id, ReviewId = Ends.Id };
        }

        if (!Opens.IsEmpty)
        {
            yield return article.Event(EventTypes.ReviewOpened, record) with { CheckId = record.Report.Id, ReviewId = Reference!.Id };
        }
    }

    public AuditEntry? Audit(CheckRecord record) => Ends is null ? null : new AuditEntry(
        AuditActor.OfKey(record.KeyId), record.Site, AuditWhat.ReviewSuperseded, Ends.Id,
        AuditData.Of(null, new JsonObject { ["check"] = record.Report.Id, ["by"] = Opens.IsEmpty ? null : Reference!.Id }));

    private static ReviewReference Refer(string id, string state) => new(id, state, $"/v1/reviews/{id}");
}

/// <summary>What the store holds of an article's reviews.</summary>
/// <param name="Decided">Questions that a binding decision answers, with what it was made on.</param>
/// <param name="LastDecided">The review of the last of them.</param>
internal sealed record ArticleReviews(WaitingReview? Waiting, HashSet<(string Disclosure, string Basis)> Decided, string? LastDecided)
{
    public static ArticleReviews None => new(null, [], null);
}

/// <param name="Items">The questions that are open.</param>
internal sealed record WaitingReview(string Id, string State, string ContentHash, DateTimeOffset DueAt, HashSet<(string Disclosure, string Basis)> Items);
