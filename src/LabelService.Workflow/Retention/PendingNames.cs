using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Retention;

/// <summary>
/// Erases whom a finished review only asked about: a name that nobody upheld goes from the question, the answer that was flagged, what was
/// said about it, the events and the audit's data. That there was a question, and how it was decided, stays.
/// </summary>
internal sealed class PendingNames(IDbContextFactory<LabelContext> contexts, Ledger ledger)
{
    private static readonly string[] SpokenOf = [AuditWhat.ReviewNoted, AuditWhat.ReviewEscalated, AuditWhat.ReviewAppealed];

    /// <returns>Whether there was something to erase.</returns>
    public async Task<bool> EraseAsync(long reviewNumber, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var review = await db.Reviews.SingleAsync(r => r.Number == reviewNumber, cancel);
        if (review.Waiting)
        {
            return false;
        }

        review.SearchText = "";
        var upheld = await UpheldAsync(db, review, cancel);
        foreach (var item in await db.ReviewItems.Where(i => i.ReviewNumber == reviewNumber).ToListAsync(cancel))
        {
            if (!upheld.Contains(item.DisclosureId))
            {
                (item.EntityId, item.EntityName, item.Words) = (null, null, null);
            }
        }

        var rejected = await ForgetDecisionsAsync(db, review, upheld, cancel);
        await db.ReviewNotes.Where(n => n.ReviewId == review.Id).ExecuteUpdateAsync(set => set.SetProperty(n => n.Text, ""), cancel);
        await db.Events.Where(e => e.ArticleId == review.ArticleId && e.ReviewId == review.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Data, (string?)null), cancel);
        await db.Feedback.Where(f => f.CheckId == review.CheckId).ExecuteUpdateAsync(set => set.SetProperty(f => f.Comment, (string?)null), cancel);
        var check = await db.Checks.SingleAsync(c => c.Id == review.CheckId, cancel);
        check.Report = Without(check.Report, upheld);
        var rows = await ForgetAuditAsync(db, review, rejected, cancel);
        await ledger.WriteAsync(db, [Told(review, rows)], [], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>What a decision that binds made certain is no suspicion any more.</summary>
    private static async Task<HashSet<string>> UpheldAsync(LabelContext db, ReviewRow review, CancellationToken cancel)
    {
        var (binding, reject) = (Kebab<DecisionState>.Word(DecisionState.Binding), Kebab<DecisionAction>.Word(DecisionAction.Reject));
        return [.. await db.Decisions.Where(d => d.ArticleId == review.ArticleId && d.State == binding && d.Action != reject).Select(d => d.DisclosureId).ToListAsync(cancel)];
    }

    private static async Task<List<string>> ForgetDecisionsAsync(LabelContext db, ReviewRow review, HashSet<string> upheld, CancellationToken cancel)
    {
        var made = await db.Decisions.Where(d => d.ReviewId == review.Id).ToListAsync(cancel);
        var over = made.Where(d => !upheld.Contains(d.DisclosureId)).ToList();
        foreach (var decision in over)
        {
            (decision.EntityId, decision.EntityName, decision.Words, decision.Reason) = (null, null, null, null);
        }

        return [.. over.Select(d => d.Id)];
    }

    private static async Task<ImmutableArray<long>> ForgetAuditAsync(LabelContext db, ReviewRow review, List<string> rejected, CancellationToken cancel)
    {
        var rows = await db.Audit
            .Where(a => a.Data != null && ((a.Subject == review.Id && SpokenOf.Contains(a.What)) || rejected.Contains(a.Subject)))
            .OrderBy(a => a.Seq).ToListAsync(cancel);
        foreach (var row in rows)
        {
            (row.Data, row.Salt) = (null, null);
        }

        return [.. rows.Select(r => r.Seq)];
    }

    private static byte[] Without(byte[] stored, HashSet<string> upheld)
    {
        var report = StoredReport.Read(stored).Report;
        var kept = report with
        {
            Disclosures = [.. report.Disclosures.Where(d => d.Status != DisclosureStatus.Pending || upheld.Contains(d.Id))],
            NearMisses = null,
            Labelled = null,
        };
        return PackedJson.Pack(JsonSerializer.SerializeToUtf8Bytes(kept, ContractJson.Wire.GetTypeInfo(typeof(CheckReport))));
    }

    private static AuditEntry Told(ReviewRow review, ImmutableArray<long> rows) => new(
        AuditActor.System, review.Site, AuditWhat.AuditErased, review.Id,
        AuditData.Of(null, new JsonObject { ["why"] = "retention of pending names", ["rows"] = new JsonArray([.. rows.Select(r => (JsonNode)r)]) }));
}
