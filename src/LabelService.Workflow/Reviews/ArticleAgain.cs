using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Reviews;

/// <summary>Holds one stored article against what is in force now.</summary>
internal sealed class ArticleAgain(
    RulesetHolder rulesets, ExceptionsInForce exceptions, BindingDecisions decisions, IOptions<ReviewOptions> options, TimeProvider time)
{
    /// <returns>Whether it must carry something else than was last told.</returns>
    public async Task<bool> LookAsync(LabelContext db, ArticleRow row, List<AuditEntry> written, List<EventDraft> events, CancellationToken cancel)
    {
        var article = ReviewArticle.Of(row);
        var binding = await decisions.BindingAsync(db, row.Id, cancel);
        if (article.Check(rulesets.Current, exceptions, binding) is not { } found)
        {
            return false;
        }

        await EndAsync(db, row, binding, found, written, cancel);
        await OpenAsync(db, article, found, written, events, cancel);
        var isFirst = row.LabelsHash is null;
        var changed = LabelChange.Note(db, article, found, events, null);
        if (isFirst && changed)
        {
            // An article of an earlier version, of which nothing was told yet: its newsroom has the answer.
            events.RemoveAt(events.Count - 1);
        }

        return changed && !isFirst;
    }

    /// <summary>A decision ends when its rule, its entry or its words are gone.</summary>
    private async Task EndAsync(LabelContext db, ArticleRow row, List<DecisionRow> binding, EffectiveReport found, List<AuditEntry> written, CancellationToken cancel)
    {
        var present = found.Plain.Disclosures.Select(d => d.Id).Concat(found.Plain.AllAges.Select(Questions.IdOf)).ToHashSet(StringComparer.Ordinal);
        var gone = binding.Where(d => !present.Contains(d.DisclosureId)).Select(d => d.Id).ToList();
        foreach (var decision in gone.Count == 0 ? [] : await db.Decisions.Where(d => gone.Contains(d.Id)).ToListAsync(cancel))
        {
            var before = decision.State;
            (decision.State, decision.EndedAt, decision.EndedWhy) = (Kebab<DecisionState>.Word(DecisionState.Ended), time.GetUtcNow(), "no-longer-asked");
            written.Add(new AuditEntry(AuditActor.System, row.Site, AuditWhat.DecisionEnded, decision.Id, DecisionData.Of(decision, before)));
        }
    }

    private async Task OpenAsync(
        LabelContext db, ReviewArticle article, EffectiveReport found, List<AuditEntry> written, List<EventDraft> events, CancellationToken cancel)
    {
        var row = article.Row;
        var open = Questions.Of(found.Effective);
        var waiting = await db.Reviews.Where(r => r.ArticleId == row.Id && r.Waiting).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
        var asked = waiting is null ? [] : await db.ReviewItems.Where(i => i.ReviewNumber == waiting.Number && i.Waiting).ToListAsync(cancel);
        if (asked.Select(i => (i.DisclosureId, i.Basis)).ToHashSet().SetEquals(open.Select(q => (q.DisclosureId, q.Basis)))
            // Asked of an article whose day is unknown: today has no answer to that.
            || asked.Exists(i => i.Reason == Kebab<PendingReason>.Word(PendingReason.DayUnknown)))
        {
            return;
        }

        var check = await db.Checks.AsNoTracking().Where(c => c.ArticleId == row.Id).OrderByDescending(c => c.CreatedAt).Select(c => c.Id).FirstOrDefaultAsync(cancel);
        if (check is null)
        {
            return;
        }

        if (waiting is not null)
        {
            (waiting.State, waiting.Waiting) = (ReviewBook.Word(ReviewState.Superseded), false);
            waiting.Revision++;
            asked.ForEach(i => i.Waiting = false);
            events.Add(EventDraft.Of(EventTypes.ReviewSuperseded, row) with { ReviewId = waiting.Id });
            written.Add(new AuditEntry(AuditActor.System, row.Site, AuditWhat.ReviewSuperseded, waiting.Id, AuditData.Of(null, new JsonObject { ["why"] = "rules" })));
        }

        var ruleset = rulesets.Current.For(article.Request!.Article)!;
        if (ReviewDraft.Of(found.Effective, article.Request!, ruleset, options.Value, time.GetUtcNow()) is { } draft)
        {
            var review = await ReviewRows.AddAsync(db, draft, row, check, time.GetUtcNow(), cancel);
            events.Add(EventDraft.Of(EventTypes.ReviewOpened, row) with { CheckId = check, ReviewId = review.Id });
        }
    }
}
