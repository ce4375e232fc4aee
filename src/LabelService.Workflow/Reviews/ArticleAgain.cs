using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
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
    /// <param name="hasDesk">False where it is known that nothing of it was decided and nothing waits: then nobody asks the store.</param>
    /// <returns>Whether it must carry something else than was last told.</returns>
    public async Task<bool> LookAsync(LabelContext db, ArticleRow row, bool hasDesk, List<AuditEntry> written, List<EventDraft> events, CancellationToken cancel)
    {
        var article = ReviewArticle.Of(row);
        List<DecisionRow> binding = hasDesk ? await decisions.BindingAsync(db, row.Id, cancel) : [];
        if (article.Check(rulesets.Current, exceptions, binding) is not { } found)
        {
            return false;
        }

        // What a pack without any usable version asks for is not known: nothing is told, closed or ended because of its absence.
        if (found.Plain.IsIncomplete)
        {
            return false;
        }

        var asked = article.CheckAsAsked(rulesets.Current, exceptions);
        await EndAsync(db, row, binding, found.Plain, asked, written, cancel);
        await AskAsync(db, article, hasDesk, asked is null ? found.Plain : Together(found.Plain, asked), written, events, cancel);
        var isFirst = row.LabelsHash is null;
        var changed = LabelChange.Note(db, article, found, events, null);
        if (isFirst && changed)
        {
            // An article of an earlier version, of which nothing was told yet: its newsroom has the answer.
            events.RemoveAt(events.Count - 1);
        }

        return changed && !isFirst;
    }

    /// <summary>
    /// A decision ends when its rule, its entry or its words are gone, on today and on the day that the article is about. One that is
    /// remembered hides its own question, and stays.
    /// </summary>
    private async Task EndAsync(
        LabelContext db, ArticleRow row, List<DecisionRow> binding, CheckReport today, CheckReport? asked, List<AuditEntry> written, CancellationToken cancel)
    {
        var present = Ids(today).Concat(asked is null ? [] : Ids(asked)).ToHashSet(StringComparer.Ordinal);
        var gone = binding.Where(d => !present.Contains(d.DisclosureId)).ToList();
        var remembered = gone.Select(d => d.RememberedId).OfType<string>().ToList();
        var hiding = remembered.Count == 0 ? [] : await db.Remembered.AsNoTracking().Where(r => remembered.Contains(r.Id) && r.RevokedAt == null).Select(r => r.Id).ToListAsync(cancel);
        var ended = gone.Where(d => d.RememberedId is null || !hiding.Contains(d.RememberedId)).Select(d => d.Id).ToList();
        foreach (var decision in ended.Count == 0 ? [] : await db.Decisions.Where(d => ended.Contains(d.Id)).ToListAsync(cancel))
        {
            var before = decision.State;
            (decision.State, decision.EndedAt, decision.EndedWhy) = (Kebab<DecisionState>.Word(DecisionState.Ended), time.GetUtcNow(), "no-longer-asked");
            written.Add(new AuditEntry(AuditActor.System, row.Site, AuditWhat.DecisionEnded, decision.Id, DecisionData.Of(decision, before)));
        }
    }

    private static IEnumerable<string> Ids(CheckReport report) => report.Disclosures.Select(d => d.Id).Concat(report.AllAges.Select(Questions.IdOf));

    /// <summary>What either day leaves to a moderator; where both do, as today has it.</summary>
    private static CheckReport Together(CheckReport today, CheckReport asked)
    {
        var known = today.Disclosures.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var ages = today.AllAges.Where(a => a.Status == DisclosureStatus.Pending).ToDictionary(a => a.Scale, StringComparer.Ordinal);
        ImmutableArray<AgeRatingReport> pending = [.. ages.Values, .. asked.AllAges.Where(a => a.Status == DisclosureStatus.Pending && !ages.ContainsKey(a.Scale))];
        return today with
        {
            Disclosures = [.. today.Disclosures, .. asked.Disclosures.Where(d => d.Status == DisclosureStatus.Pending && !known.Contains(d.Id))],
            AgeRating = pending.FirstOrDefault(),
            AgeRatings = [.. pending.Skip(1)],
        };
    }

    /// <summary>An article out of an archive was never checked by a newsroom, and a review refers to a check.</summary>
    private static string AddCheck(LabelContext db, ArticleRow row, CheckReport found, string? review, DateTimeOffset now)
    {
        var report = found with { Id = RandomId.Next("chk", now) };
        db.Checks.Add(new CheckRow
        {
            Id = report.Id,
            Site = row.Site,
            KeyId = "sweep",
            ArticleId = row.Id,
            ContentHash = row.ContentHash,
            Verdict = Kebab<Verdict>.Word(report.Verdict),
            RulesetVersion = report.Ruleset.Version,
            CreatedAt = now,
            Report = PackedJson.Pack(ReportJson.Write(report)),
            ReviewId = review,
        });
        return report.Id;
    }

    private async Task AskAsync(
        LabelContext db, ReviewArticle article, bool hasDesk, CheckReport asked, List<AuditEntry> written, List<EventDraft> events, CancellationToken cancel)
    {
        var (row, now) = (article.Row, time.GetUtcNow());
        var ruleset = rulesets.Current.For(article.Request!.Article)!;
        var draft = ReviewDraft.Of(asked, article.Request!, ruleset, options.Value, now);
        var known = hasDesk ? await ReviewChanges.KnownAsync(db, row.Id, cancel) : ArticleReviews.Of(null, []);
        if (draft is null && known.Waiting is null)
        {
            return;
        }

        var plan = ReviewPlan.Of(draft, known, row.ContentHash, now);
        var check = await db.Checks.AsNoTracking().Where(c => c.ArticleId == row.Id).OrderByDescending(c => c.CreatedAt).Select(c => c.Id).FirstOrDefaultAsync(cancel)
            ?? AddCheck(db, row, asked, plan.Opens.IsEmpty ? null : plan.Reference?.Id, now);
        await ReviewChanges.ApplyAsync(db, plan, draft, row, check, now, cancel);
        events.AddRange(plan.Events().Select(e => EventDraft.Of(e.Type, row) with { CheckId = check, ReviewId = e.Review }));
        if (plan.Audit(AuditActor.System, row.Site, ("why", "rules")) is { } entry)
        {
            written.Add(entry);
        }
    }
}
