using System.Data.Common;
using LabelService.Engine.Model;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Sweeps;

/// <summary>
/// The second half of a sweep: what an article must carry now, and what it no longer must, becomes an event; a new question becomes a review; a
/// decision whose rule or entry is gone ends. By what is in force at that moment, whatever was counted.
/// </summary>
internal sealed partial class SweepApplier(ArticleAgain again, Ledger ledger, LiveChecks live, ILogger<SweepApplier> log)
{
    /// <summary>Few while checks come, which wait for each step to end.</summary>
    private const int SmallStep = 25;

    private const int LargeStep = 250;

    private static readonly string Applied = Kebab<SweepResultState>.Word(SweepResultState.Applied);
    private static readonly string Failed = Kebab<SweepResultState>.Word(SweepResultState.Failed);

    /// <summary>Looks at the next articles. Nobody waits for that: nothing is locked yet.</summary>
    public async Task<SweepLooks> LookAsync(LabelContext db, PartArticles page, long cursor, RulesAt rules, CancellationToken cancel)
    {
        var size = live.IsBusy ? SmallStep : LargeStep;
        var ids = page.Ids(cursor, size);
        var looks = new SweepLooks(ids, ids.Length < size, rules);
        var desk = await SweepDesk.OfAsync(db, ids, cancel);
        foreach (var article in await db.Articles.Where(a => ids.Contains(a.Id) && a.Submitted != null).Select(a => new { a.Id, a.Site, a.Submitted }).ToListAsync(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (!desk.Has(article.Id))
            {
                looks.Add(article.Id, article.Site, article.Submitted!);
            }
        }

        return looks;
    }

    /// <summary>Writes all that follows, but does not commit. What changed since it was looked at is looked at again.</summary>
    public async Task<SweepStep> StepAsync(LabelContext db, SweepPartRow part, SweepLooks looks, CancellationToken cancel)
    {
        var (ids, outcome, failed) = (looks.Ids, new SweepOutcome(db, looks.Ids), new List<long>());
        var articles = await LockedAsync(db, ids, cancel);
        var told = articles.ConvertAll(a => a.LabelsHash);
        var desk = await SweepDesk.OfAsync(db, ids, cancel);
        foreach (var article in articles)
        {
            if (!await FollowAsync(db, article, looks, desk, outcome, cancel))
            {
                failed.Add(article.Id);
            }
        }

        // What was erased meanwhile counts as done: there is nothing left to change.
        var results = db.SweepResults.Where(r => r.Sweep == part.Sweep && ids.Contains(r.ArticleId));
        await results.ExecuteUpdateAsync(set => set.SetProperty(r => r.State, r => failed.Contains(r.ArticleId) ? Failed : Applied), cancel);
        foreach (var (article, _) in articles.Zip(told).Where(pair => pair.First.LabelsHash != pair.Second))
        {
            db.Articles.Attach(article).Property(a => a.LabelsHash).IsModified = true;
        }

        await outcome.WriteAsync(ledger, cancel);
        return new SweepStep(looks.IsLast ? part.Last : ids[^1], ids.Length, failed.Count);
    }

    /// <summary>
    /// In the order of their numbers, locked: what a check writes meanwhile comes before or after. Not tracked: with each review that is opened
    /// the bodies of all would be compared anew.
    /// </summary>
    private static Task<List<ArticleRow>> LockedAsync(LabelContext db, long[] ids, CancellationToken cancel)
    {
        var rows = db.IsShared
            ? db.Articles.FromSql($"""SELECT * FROM "articles" WHERE "Id" = ANY ({ids}) AND "Submitted" IS NOT NULL ORDER BY "Id" FOR UPDATE""")
            : db.Articles.Where(a => ids.Contains(a.Id) && a.Submitted != null).OrderBy(a => a.Id);
        return rows.AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>An article that cannot be looked at must not keep the others from it.</summary>
    private async Task<bool> FollowAsync(LabelContext db, ArticleRow article, SweepLooks looks, SweepDesk desk, SweepOutcome outcome, CancellationToken cancel)
    {
        try
        {
            var binding = desk.Has(article.Id) ? desk.Of(article.Id) : null;
            if (looks.Of(article, binding) is { } look)
            {
                await again.FollowAsync(db, article, look, binding, outcome, cancel);
            }

            return true;
        }
        catch (Exception error) when (error is not (OperationCanceledException or DbException or DbUpdateException))
        {
            NotApplied(error, article.Id);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored article {Article} could not be looked at again and was passed over; it stands in the sweep's results")]
    private partial void NotApplied(Exception error, long article);
}
