using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>
/// Decides reviews. Decision, memory, labels, audit and events are one transaction: what was answered is kept, and what was refused has
/// left nothing.
/// </summary>
internal sealed class DecisionService(
    IDbContextFactory<LabelContext> contexts, Ledger ledger, RememberedBook remembered, RulesetHolder rulesets,
    ExceptionsInForce exceptions, ReviewFeed feed, TimeProvider time)
{
    private static readonly string Proposed = Kebab<DecisionState>.Word(DecisionState.Proposed);
    private static readonly string Binding = Kebab<DecisionState>.Word(DecisionState.Binding);

    public async Task<Answer<ReviewRow>> DecideAsync(string id, DecisionRequest request, Person person, string? groupId, CancellationToken cancel)
    {
        if (DecisionRules.Fault(request, time.GetUtcNow()) is { } fault)
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            var decided = await DecideAsync(db, id, request, person, groupId, cancel);
            if (!decided.IsRefused)
            {
                await transaction.CommitAsync(cancel);
                await remembered.RefreshAsync(cancel);
                feed.Changed();
            }

            return decided;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReviewRefusals.Raced;
        }
    }

    private async Task<Answer<ReviewRow>> DecideAsync(
        LabelContext db, string id, DecisionRequest request, Person person, string? groupId, CancellationToken cancel)
    {
        if (await ReviewBook.FindAsync(db, id, person, cancel) is not { } review)
        {
            return ReviewRefusals.Unknown;
        }

        var items = await db.ReviewItems.Where(i => i.ReviewNumber == review.Number && i.Waiting).ToListAsync(cancel);
        var earlier = await db.Decisions.Where(d => d.ArticleId == review.ArticleId).ToListAsync(cancel);
        var held = await ReviewBook.HeldAsync(db, review, cancel);
        var hold = new DecisionCase(
            review, items, earlier, person, review.EscalatedAt is not null || held.Count > 0, held, await HasEscalatedAsync(db, id, person, cancel), time.GetUtcNow());
        if (DecisionRules.Refuse(hold, request, groupId is not null) is { } refusal)
        {
            return refusal;
        }

        var article = await ReviewArticle.LockedAsync(db, review.ArticleId, cancel);
        if (DecisionRules.FaultOfTexts(request, article, rulesets.Current, exceptions) is { } wording)
        {
            return wording;
        }

        var written = new List<AuditEntry>();
        var wordings = Wordings(request, article);
        var made = request.Decisions.Select(d => Make(db, hold, d, groupId, wordings.GetValueOrDefault(d.DisclosureId), written)).ToList();
        Settle(hold);
        await RememberAsync(db, hold, request, made, article, written, cancel);
        var events = Tell(db, hold, article, earlier.Where(d => d.State == Binding).Concat(made.Where(d => d.State == Binding)).Distinct().ToList(), made);
        await ledger.WriteAsync(db, written, events, cancel);
        return review;
    }

    private static Task<bool> HasEscalatedAsync(LabelContext db, string review, Person person, CancellationToken cancel)
    {
        var kind = Kebab<NoteKind>.Word(NoteKind.Escalation);
        return db.ReviewNotes.AnyAsync(n => n.ReviewId == review && n.ById == person.Id && n.Kind == kind, cancel);
    }

    /// <summary>How the rules word today what is edited.</summary>
    private Dictionary<string, string> Wordings(DecisionRequest request, ReviewArticle article) =>
        request.Decisions.Any(d => d.Action == DecisionAction.Edit) && article.CheckPlain(rulesets.Current, exceptions) is { } plain
            ? plain.Disclosures.DistinctBy(d => d.Id).ToDictionary(d => d.Id, Questions.WordingOf, StringComparer.Ordinal)
            : [];

    private static DecisionRow Make(LabelContext db, DecisionCase hold, DisclosureDecision decision, string? groupId, string? wording, List<AuditEntry> written)
    {
        var item = hold.Items.First(i => i.DisclosureId == decision.DisclosureId);
        var first = hold.Earlier.Find(d => d.ReviewId == hold.Review.Id && d.DisclosureId == item.DisclosureId && d.State == Proposed);
        var row = first is not null && IsSame(first, decision) ? Agree(first, hold, groupId) : New(db, hold, item, decision, groupId, wording, first);
        if (row.State == Binding)
        {
            item.Waiting = false;
            WrongHits.Add(db, row, item);
            foreach (var old in hold.Earlier.Where(d => d != row && d.DisclosureId == row.DisclosureId && d.State == Binding))
            {
                (old.State, old.EndedAt, old.EndedWhy) = (Kebab<DecisionState>.Word(DecisionState.Replaced), hold.Now, row.Id);
            }
        }

        written.Add(new AuditEntry(
            AuditActor.Of(hold.Person), hold.Review.Site, row.State == Binding ? AuditWhat.DecisionMade : AuditWhat.DecisionProposed, row.Id, DecisionData.Of(row)));
        return row;
    }

    /// <summary>Who decides the same in other words does not agree.</summary>
    private static bool IsSame(DecisionRow first, DisclosureDecision decision) =>
        first.Action == Kebab<DecisionAction>.Word(decision.Action) && first.Text == DecisionData.TextOf(decision);

    private static DecisionRow Agree(DecisionRow first, DecisionCase hold, string? groupId)
    {
        first.State = Binding;
        (first.SecondById, first.SecondByName, first.SecondAt, first.SecondGroupId) = (hold.Person.Id, hold.Person.Name, hold.Now, groupId);
        return first;
    }

    /// <summary>The only one, the first of two, or the second who does not agree: then a senior decides.</summary>
    private static DecisionRow New(LabelContext db, DecisionCase hold, ReviewItemRow item, DisclosureDecision decision, string? groupId, string? wording, DecisionRow? disputed)
    {
        if (disputed is not null)
        {
            disputed.State = Kebab<DecisionState>.Word(DecisionState.Disputed);
        }

        var isDisputed = disputed is not null && !hold.IsForSeniors;
        var state = isDisputed ? DecisionState.Disputed : hold.NeedsSecond ? DecisionState.Proposed : DecisionState.Binding;
        if (isDisputed)
        {
            (hold.Review.EscalatedAt, hold.Review.EscalatedWhy) = (hold.Now, "disagreement");
        }

        var row = DecisionData.Row(hold, item, decision, state, groupId, wording);
        db.Decisions.Add(row);
        return row;
    }

    private async Task RememberAsync(
        LabelContext db, DecisionCase hold, DecisionRequest request, List<DecisionRow> made, ReviewArticle article, List<AuditEntry> written, CancellationToken cancel)
    {
        foreach (var (decision, row) in request.Decisions.Zip(made).Where(p => p.Second.State == Binding))
        {
            await FollowAsync(db, hold, decision, row, cancel);
            if (Wanted(decision, row) is not { } scope)
            {
                continue;
            }

            var kept = await remembered.AddAsync(db, scope, decision, row, article, hold, cancel);
            row.RememberedId = kept.Id;
            written.Add(new AuditEntry(AuditActor.Of(hold.Person), row.Site, AuditWhat.Remembered, kept.Id, DecisionData.Of(kept)));
        }
    }

    /// <summary>What the second of two wants remembered, else what the first wanted.</summary>
    private static RememberScope? Wanted(DisclosureDecision decision, DecisionRow row) =>
        decision.Remember ?? (row.Remember is { } word && Kebab<RememberScope>.TryParse(word, out var first) ? first : null);

    /// <summary>What an earlier decision had remembered holds on where this one says the same, and ends where it says otherwise or is remembered itself.</summary>
    private static async Task FollowAsync(LabelContext db, DecisionCase hold, DisclosureDecision decision, DecisionRow row, CancellationToken cancel)
    {
        foreach (var old in hold.Earlier.Where(d => d != row && d.EndedWhy == row.Id && d.RememberedId is not null))
        {
            var isSame = (old.Action == "reject") == (row.Action == "reject") && Wanted(decision, row) is null;
            if (isSame)
            {
                row.RememberedId = old.RememberedId;
            }
            else
            {
                await RememberedBook.RevokeAsync(db, old.RememberedId!, hold.Now, cancel);
            }
        }
    }

    private static void Settle(DecisionCase hold)
    {
        var review = hold.Review;
        review.Revision++;
        (review.ClaimedById, review.ClaimedByName, review.LeaseUntil) = (null, null, null);
        if (hold.Items.TrueForAll(i => !i.Waiting))
        {
            (review.State, review.Waiting) = (ReviewBook.Word(ReviewState.Decided), false);
            (review.DecidedAt, review.DecidedById, review.DecidedByName) = (hold.Now, hold.Person.Id, hold.Person.Name);
            return;
        }

        review.State = ReviewBook.Word(review.AppealedAt is not null ? ReviewState.Appealed : review.EscalatedAt is not null ? ReviewState.Escalated : ReviewState.Open);
    }

    /// <summary>What the newsroom must know: the outcome, and the labels where they are others now.</summary>
    private List<EventDraft> Tell(LabelContext db, DecisionCase hold, ReviewArticle article, List<DecisionRow> inForce, List<DecisionRow> made)
    {
        var outcome = new JsonArray([.. made.Where(d => d.State == Binding).Select(d => (JsonNode)new JsonObject
        {
            ["disclosureId"] = d.DisclosureId, ["rule"] = d.Rule, ["action"] = d.Action, ["reason"] = d.Reason,
        })]);
        var events = new List<EventDraft>();
        if (outcome.Count > 0)
        {
            article.Row.DecidedOn = article.Row.Submitted;
            events.Add(EventDraft.Of(EventTypes.ReviewDecided, article.Row) with
            {
                CheckId = hold.Review.CheckId,
                ReviewId = hold.Review.Id,
                Data = new JsonObject { ["state"] = hold.Review.State, ["decisions"] = outcome }.ToJsonString(),
            });
            LabelChange.Note(article.Row, article.Check(rulesets.Current, exceptions, [.. inForce.Where(d => d.State == Binding)]), events, hold.Review.Id);
        }

        return events;
    }
}
