using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Reviews;

/// <summary>What people say about a review without deciding it: comments, questions to the author, escalations, appeals.</summary>
internal sealed class ReviewTalk(IDbContextFactory<LabelContext> contexts, Ledger ledger, ReviewFeed feed, IOptions<ReviewOptions> options, TimeProvider time)
{
    public Task<Answer<ReviewRow>> CommentAsync(string id, string? text, Person person, CancellationToken cancel) =>
        SayAsync(id, NoteKind.Comment, text, person, static (_, _) => null, cancel);

    /// <summary>It goes to the newsroom with the changes.</summary>
    public Task<Answer<ReviewRow>> AskAsync(string id, string? text, Person person, CancellationToken cancel) =>
        SayAsync(id, NoteKind.Question, text, person, static (review, _) => review.Waiting ? null : ReviewRefusals.NotWaiting(review), cancel);

    /// <summary>Leaves it to a senior.</summary>
    public Task<Answer<ReviewRow>> EscalateAsync(string id, string? reason, Person person, CancellationToken cancel) =>
        SayAsync(id, NoteKind.Escalation, reason, person, Escalate, cancel);

    /// <summary>Has it decided again, by somebody who did not decide it.</summary>
    public Task<Answer<ReviewRow>> AppealAsync(string id, string? reason, Person person, CancellationToken cancel) =>
        SayAsync(id, NoteKind.Appeal, reason, person, Appeal, cancel);

    /// <summary>Takes the review out of what this person is offered.</summary>
    public async Task<Refusal?> SkipAsync(string id, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await ReviewBook.FindAsync(db, id, person, cancel) is not { } review)
        {
            return ReviewRefusals.Unknown;
        }

        if (!await db.Skips.AnyAsync(s => s.AccountId == person.Id && s.ReviewNumber == review.Number, cancel))
        {
            db.Skips.Add(new SkipRow { AccountId = person.Id, ReviewNumber = review.Number, At = time.GetUtcNow() });
            await db.SaveChangesAsync(cancel);
        }

        return null;
    }

    private static Refusal? Escalate(ReviewRow review, DateTimeOffset now)
    {
        if (!review.Waiting)
        {
            return ReviewRefusals.NotWaiting(review);
        }

        review.EscalatedAt ??= now;
        review.EscalatedWhy ??= "asked";
        review.State = ReviewBook.Word(ReviewState.Escalated);
        (review.ClaimedById, review.ClaimedByName, review.LeaseUntil) = (null, null, null);
        return null;
    }

    private static Refusal? Appeal(ReviewRow review, DateTimeOffset now)
    {
        if (review.State != ReviewBook.Word(ReviewState.Decided))
        {
            return ReviewRefusals.NotDecided;
        }

        (review.State, review.Waiting, review.AppealedAt) = (ReviewBook.Word(ReviewState.Appealed), true, now);
        return null;
    }

    private async Task<Answer<ReviewRow>> SayAsync(
        string id, NoteKind kind, string? text, Person person, Func<ReviewRow, DateTimeOffset, Refusal?> change, CancellationToken cancel)
    {
        if (ReviewRefusals.FaultOfReason(text, "$.reason") is { } fault)
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            if (await ReviewBook.FindAsync(db, id, person, cancel) is not { } review)
            {
                return ReviewRefusals.Unknown;
            }

            var (now, before) = (time.GetUtcNow(), review.State);
            if (kind != NoteKind.Comment && kind != NoteKind.Appeal && review.IsLeasedToOther(person.Id, now))
            {
                return ReviewRefusals.Held(review);
            }

            if (change(review, now) is { } refusal)
            {
                return refusal;
            }

            if (kind is NoteKind.Escalation or NoteKind.Appeal)
            {
                review.Revision++;
            }

            if (kind == NoteKind.Appeal)
            {
                ReviewBook.GiveTime(review, options.Value, now);
                var due = review.DueAt;
                await db.ReviewItems.Where(i => i.ReviewNumber == review.Number).ExecuteUpdateAsync(set => set.SetProperty(i => i.Waiting, true).SetProperty(i => i.DueAt, due), cancel);
            }

            await WriteAsync(db, review, kind, text!.Trim(), person, before, now, cancel);
            await transaction.CommitAsync(cancel);
            feed.Changed();
            return review;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReviewRefusals.Raced;
        }
    }

    private async Task WriteAsync(
        LabelContext db, ReviewRow review, NoteKind kind, string text, Person person, string before, DateTimeOffset now, CancellationToken cancel)
    {
        var note = new ReviewNoteRow
        {
            Id = RandomId.Next("not", now),
            ReviewId = review.Id,
            Site = review.Site,
            Kind = Kebab<NoteKind>.Word(kind),
            ById = person.Id,
            ByName = person.Name,
            At = now,
            Text = text,
        };
        db.ReviewNotes.Add(note);
        var what = kind switch
        {
            NoteKind.Escalation => AuditWhat.ReviewEscalated,
            NoteKind.Appeal => AuditWhat.ReviewAppealed,
            _ => AuditWhat.ReviewNoted,
        };
        var entry = new AuditEntry(AuditActor.Of(person), review.Site, what, review.Id,
            AuditData.Of(new JsonObject { ["state"] = before }, new JsonObject { ["state"] = review.State, ["kind"] = note.Kind, ["text"] = text }));
        ArticleRow? article = kind == NoteKind.Question ? await db.Articles.SingleAsync(a => a.Id == review.ArticleId, cancel) : null;
        await ledger.WriteAsync(db, [entry], article is null ? [] :
        [
            EventDraft.Of(EventTypes.ReviewQuestion, article) with { ReviewId = review.Id, CheckId = review.CheckId, Data = new JsonObject { ["text"] = text }.ToJsonString() },
        ], cancel);
    }
}
