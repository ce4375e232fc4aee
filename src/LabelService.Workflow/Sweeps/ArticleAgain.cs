using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Events;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Sweeps;

/// <summary>Draws the consequences of what a stored article must carry now.</summary>
internal sealed class ArticleAgain(IOptions<ReviewOptions> options, TimeProvider time)
{
    /// <param name="binding">Null where it is known that nothing of it was decided and nothing waits: then nobody asks the store.</param>
    public async Task FollowAsync(
        LabelContext db, ArticleRow row, ArticleLook look, IReadOnlyCollection<DecisionRow>? binding, SweepOutcome outcome, CancellationToken cancel)
    {
        // What a pack without any usable version asks for is not known: nothing is told, closed or ended because of its absence.
        var (plain, asked) = (look.Found.Plain, look.Asked);
        if (plain.IsIncomplete)
        {
            return;
        }

        await EndAsync(db, row, binding ?? [], plain, asked, outcome, cancel);
        await AskAsync(db, row, look, binding is not null, outcome, cancel);
        var isFirst = row.LabelsHash is null;
        if (LabelChange.Note(row, look.Found, outcome.Events, null) && isFirst)
        {
            // An article of an earlier version, of which nothing was told yet: its newsroom has the answer.
            outcome.Events.RemoveAt(outcome.Events.Count - 1);
        }
    }

    /// <summary>
    /// A decision ends when its rule, its entry or its words are gone, on today and on the day that the article is about. One that is
    /// remembered hides its own question, and stays.
    /// </summary>
    private async Task EndAsync(
        LabelContext db, ArticleRow row, IReadOnlyCollection<DecisionRow> binding, CheckReport today, CheckReport? asked, SweepOutcome outcome, CancellationToken cancel)
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
            outcome.Written.Add(new AuditEntry(AuditActor.System, row.Site, AuditWhat.DecisionEnded, decision.Id, DecisionData.Of(decision, before)));
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
        LabelContext db, ArticleRow row, ArticleLook look, bool hasDesk, SweepOutcome outcome, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var asked = look.Asked is null ? look.Found.Plain : Together(look.Found.Plain, look.Asked);
        var draft = ReviewDraft.Of(asked, look.Request, look.Ruleset, options.Value, now);
        var known = hasDesk ? await ReviewChanges.KnownAsync(db, row.Id, cancel) : ArticleReviews.Of(null, []);
        if (draft is null && known.Waiting is null)
        {
            return;
        }

        var plan = ReviewPlan.Of(draft, known, row.ContentHash, now);
        var check = await outcome.LastCheckAsync(row.Id, cancel)
            ?? AddCheck(db, row, asked, plan.Opens.IsEmpty ? null : plan.Reference?.Id, now);
        if (await ReviewChanges.ApplyAsync(db, plan, draft, row, check, now, cancel) is { } opened)
        {
            outcome.Open(opened, plan.Opens);
        }

        outcome.Events.AddRange(plan.Events().Select(e => EventDraft.Of(e.Type, row) with { CheckId = check, ReviewId = e.Review }));
        if (plan.Audit(AuditActor.System, row.Site, ("why", "rules")) is { } entry)
        {
            outcome.Written.Add(entry);
        }
    }
}
