using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Retention;

/// <summary>
/// Takes a name that nobody upheld out of the questions, out of all stored answers about the article, out of what was said, out of the
/// events and out of the audit's data. That there was a question, and how it was decided, stays.
/// </summary>
internal static class ForgottenNames
{
    private static readonly string[] SpokenOf = [AuditWhat.ReviewNoted, AuditWhat.ReviewEscalated, AuditWhat.ReviewAppealed];

    /// <summary>Inside the transaction of whoever has locked the article; none of its reviews waits.</summary>
    /// <param name="over">The reviews, as they are before.</param>
    /// <param name="kept">From when on stored answers are kept: a younger review shows them. Null for none.</param>
    /// <returns>What the audit is told.</returns>
    public static async Task<List<AuditEntry>> ForgetAsync(
        LabelContext db, long article, IReadOnlyCollection<ReviewRow> over, DateTimeOffset? kept, DateTimeOffset now, CancellationToken cancel)
    {
        var (numbers, ids) = (over.Select(r => r.Number).ToArray(), over.Select(r => r.Id).ToArray());
        await db.Reviews.Where(r => numbers.Contains(r.Number)).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.NamesErasedAt, (DateTimeOffset?)now).SetProperty(r => r.SearchText, ""), cancel);
        var upheld = await UpheldAsync(db, article, cancel);
        var items = db.ReviewItems.Where(i => numbers.Contains(i.ReviewNumber) && !upheld.Contains(i.DisclosureId));
        var erased = (await items.Select(i => i.DisclosureId).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        await items.ExecuteUpdateAsync(
            set => set.SetProperty(i => i.EntityId, (string?)null).SetProperty(i => i.EntityName, (string?)null).SetProperty(i => i.Words, (string?)null), cancel);
        erased.UnionWith(await StoredAnswers.ForgetAsync(db, article, upheld, kept, withCopies: false, cancel));
        await ForgetReportsAsync(db, article, erased, cancel);
        await db.ReviewNotes.Where(n => ids.Contains(n.ReviewId)).ExecuteUpdateAsync(set => set.SetProperty(n => n.Text, ""), cancel);
        await db.Events.Where(e => e.Data != null && ids.Contains(e.ReviewId)).ExecuteUpdateAsync(set => set.SetProperty(e => e.Data, (string?)null), cancel);
        var entries = new List<AuditEntry>();
        foreach (var review in over)
        {
            var decisions = await ForgetDecisionsAsync(db, review.Id, upheld, cancel);
            var rows = await ErasedAudit.EraseAsync(db, a => (a.Subject == review.Id && SpokenOf.Contains(a.What)) || decisions.Contains(a.Subject), cancel);
            entries.Add(ErasedAudit.Told(review.Site, review.Id, "retention of pending names", rows));
        }

        return entries;
    }

    /// <summary>What a decision that binds made certain is no suspicion any more.</summary>
    public static async Task<string[]> UpheldAsync(LabelContext db, long article, CancellationToken cancel)
    {
        var (binding, reject) = (Kebab<DecisionState>.Word(DecisionState.Binding), Kebab<DecisionAction>.Word(DecisionAction.Reject));
        return [.. (await db.Decisions.Where(d => d.ArticleId == article && d.State == binding && d.Action != reject).Select(d => d.DisclosureId).ToListAsync(cancel)).Distinct()];
    }

    private static async Task<string[]> ForgetDecisionsAsync(LabelContext db, string review, string[] upheld, CancellationToken cancel)
    {
        var binding = Kebab<DecisionState>.Word(DecisionState.Binding);
        await db.Decisions.Where(d => d.ReviewId == review && d.State != binding).ExecuteUpdateAsync(set => set.SetProperty(d => d.Text, (string?)null), cancel);
        var over = db.Decisions.Where(d => d.ReviewId == review && !upheld.Contains(d.DisclosureId));
        await over.ExecuteUpdateAsync(
            set => set.SetProperty(d => d.EntityId, (string?)null).SetProperty(d => d.EntityName, (string?)null).SetProperty(d => d.Words, (string?)null)
                .SetProperty(d => d.Reason, (string?)null).SetProperty(d => d.Text, (string?)null), cancel);
        return [.. await over.Select(d => d.Id).ToListAsync(cancel)];
    }

    /// <summary>What editors said of the article's other findings stays.</summary>
    private static Task ForgetReportsAsync(LabelContext db, long article, HashSet<string> erased, CancellationToken cancel)
    {
        var about = erased.ToArray();
        var checks = db.Checks.Where(c => c.ArticleId == article).Select(c => c.Id);
        return db.Feedback.Where(f => checks.Contains(f.CheckId) && about.Contains(f.DisclosureId))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Comment, (string?)null), cancel);
    }
}

/// <summary>Takes the data out of audit rows: the chain still holds, and a later row says what was erased.</summary>
internal static class ErasedAudit
{
    /// <returns>The rows' numbers.</returns>
    public static async Task<long[]> EraseAsync(LabelContext db, System.Linq.Expressions.Expression<Func<AuditRow, bool>> which, CancellationToken cancel)
    {
        var rows = db.Audit.Where(which).Where(a => a.Data != null);
        var numbers = await rows.OrderBy(a => a.Seq).Select(a => a.Seq).ToArrayAsync(cancel);
        await rows.ExecuteUpdateAsync(set => set.SetProperty(a => a.Data, (byte[]?)null).SetProperty(a => a.Salt, (byte[]?)null), cancel);
        return numbers;
    }

    public static AuditEntry Told(string? site, string subject, string why, long[] rows) => new(
        AuditActor.System, site, AuditWhat.AuditErased, subject,
        AuditData.Of(null, new JsonObject { ["why"] = why, ["rows"] = new JsonArray([.. rows.Select(r => (JsonNode)r)]) }));
}
