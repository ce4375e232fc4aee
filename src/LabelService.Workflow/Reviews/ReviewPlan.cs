using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;

namespace LabelService.Workflow.Reviews;

/// <summary>
/// What a check, or a new look by other rules, does to the reviews of its article. An article has one review that waits: questions that are
/// asked no longer are closed in it, new ones are added, the rest stay as they are, with claim, notes, appeal and what a first person
/// proposed; so an edit asks again only about what it changed. A review with nothing left to ask is superseded.
/// </summary>
/// <param name="Reference">For the answer; null where nothing is left to a moderator.</param>
/// <param name="Ends">The waiting review that ends.</param>
/// <param name="Keeps">The waiting review that stays, with what changes in it.</param>
/// <param name="Opens">The questions of a new review, whose id is the reference's.</param>
internal sealed record ReviewPlan(ReviewReference? Reference, WaitingReview? Ends, ReviewKept? Keeps, ImmutableArray<Question> Opens)
{
    /// <param name="content">The content hash of the article as it is now.</param>
    /// <param name="isIncomplete">Rules could not be checked: then what is not asked may only not have been reached, and nothing is closed.</param>
    public static ReviewPlan Of(ReviewDraft? draft, ArticleReviews known, string content, DateTimeOffset now, bool isIncomplete = false)
    {
        ImmutableArray<Question> open = [.. (draft?.Questions ?? []).Where(q => !known.Answered.Contains(q.Place))];
        if (known.Waiting is { } waiting)
        {
            return OfWaiting(draft, known, waiting, open, content, isIncomplete);
        }

        return open.IsEmpty
            ? new ReviewPlan(draft is null ? null : Refer(known.LastDecided!, Kebab<ReviewState>.Word(ReviewState.Decided)), null, null, [])
            : new ReviewPlan(Refer(RandomId.Next("rev", now), Kebab<ReviewState>.Word(ReviewState.Open)), null, null, open);
    }

    /// <summary>What the newsroom is told of it.</summary>
    public IEnumerable<(string Type, string Review)> Events()
    {
        if (Ends is not null)
        {
            yield return (EventTypes.ReviewSuperseded, Ends.Id);
        }

        if (!Opens.IsEmpty)
        {
            yield return (EventTypes.ReviewOpened, Reference!.Id);
        }
        else if (Keeps is { Adds.IsEmpty: false })
        {
            yield return (EventTypes.ReviewOpened, Keeps.Review.Id);
        }
    }

    /// <param name="cause">Such as the check's id, by the name of what it is.</param>
    public AuditEntry? Audit(AuditActor actor, string site, (string Name, string Value) cause) => this switch
    {
        { Ends: { } ends } => new AuditEntry(actor, site, AuditWhat.ReviewSuperseded, ends.Id, AuditData.Of(null, new JsonObject { [cause.Name] = cause.Value })),
        { Keeps: { IsChanged: true } kept } => new AuditEntry(actor, site, AuditWhat.ReviewChanged, kept.Review.Id, AuditData.Of(null, new JsonObject
        {
            [cause.Name] = cause.Value,
            ["closed"] = new JsonArray([.. kept.Closes.Select(c => (JsonNode)c.Disclosure)]),
            ["added"] = new JsonArray([.. kept.Adds.Select(q => (JsonNode)q.DisclosureId)]),
        })),
        _ => null,
    };

    private static ReviewPlan OfWaiting(ReviewDraft? draft, ArticleReviews known, WaitingReview waiting, ImmutableArray<Question> open, string content, bool isIncomplete)
    {
        var asked = open.Select(q => q.Place).ToHashSet();
        ImmutableArray<(string Disclosure, string Basis)> closes = isIncomplete ? [] : [.. waiting.Items.Where(i => !asked.Contains(i) && !known.Hidden.Contains(i.Disclosure))];
        ImmutableArray<Question> adds = [.. open.Where(q => !waiting.Items.Contains(q.Place))];
        if (closes.Length == waiting.Items.Count && adds.IsEmpty)
        {
            return new ReviewPlan(draft is null ? null : Refer(known.LastDecided ?? waiting.Id, Kebab<ReviewState>.Word(known.LastDecided is null ? ReviewState.Superseded : ReviewState.Decided)), waiting, null, []);
        }

        var due = draft is { IsPlanned: true } ? draft.DueAt : adds.IsEmpty || draft!.DueAt > waiting.DueAt ? waiting.DueAt : draft.DueAt;
        var isChanged = waiting.ContentHash != content || !closes.IsEmpty || !adds.IsEmpty;
        return new ReviewPlan(draft is null ? null : Refer(waiting.Id, waiting.State), null, new ReviewKept(waiting, isChanged, due, draft?.IsPlanned == true, closes, adds), []);
    }

    private static ReviewReference Refer(string id, string state) => new(id, state, $"/v1/reviews/{id}");
}

/// <param name="IsChanged">Whether content or questions are others: whoever is at it must look again.</param>
/// <param name="Closes">Questions that are asked no longer.</param>
/// <param name="Adds">New ones.</param>
internal sealed record ReviewKept(
    WaitingReview Review, bool IsChanged, DateTimeOffset DueAt, bool IsPlanned, ImmutableArray<(string Disclosure, string Basis)> Closes, ImmutableArray<Question> Adds)
{
    public bool IsMoved => DueAt != Review.DueAt;
}

/// <summary>What the store holds of an article's reviews.</summary>
/// <param name="Answered">Questions that a binding decision answers, with what it was made on.</param>
/// <param name="Hidden">Questions under appeal whose decision is remembered: the rules do not ask them meanwhile, and they stay all the same.</param>
/// <param name="LastDecided">The review of the last decision.</param>
internal sealed record ArticleReviews(WaitingReview? Waiting, HashSet<(string Disclosure, string Basis)> Answered, HashSet<string> Hidden, string? LastDecided)
{
    public static ArticleReviews None => new(null, [], [], null);

    /// <param name="decisions">Those that bind, in the order in which they were made.</param>
    public static ArticleReviews Of(WaitingReview? waiting, IReadOnlyCollection<KnownDecision> decisions)
    {
        // Until an appeal is decided the decision binds, and its question waits for another one.
        bool IsAppealed(KnownDecision d) => waiting is { AppealedAt: { } at } && d.ReviewId == waiting.Id && d.At < at;
        return new ArticleReviews(
            waiting, [.. decisions.Where(d => !IsAppealed(d)).Select(d => (d.Disclosure, d.Basis))],
            [.. decisions.Where(d => d.IsRemembered && IsAppealed(d)).Select(d => d.Disclosure)], decisions.LastOrDefault()?.ReviewId);
    }
}

/// <param name="At">When it began to bind.</param>
internal sealed record KnownDecision(string Disclosure, string Basis, string ReviewId, DateTimeOffset At, bool IsRemembered);

/// <param name="Items">The questions that are open.</param>
internal sealed record WaitingReview(
    string Id, string State, string ContentHash, DateTimeOffset DueAt, DateTimeOffset? AppealedAt, HashSet<(string Disclosure, string Basis)> Items);
