using System.Data.Common;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Reviews;

/// <summary>
/// Looks again at every stored article when rules, registers, exceptions or the day have changed: what an article must carry then, and what
/// it no longer must, becomes an event; a new question becomes a review; a decision whose rule or entry is gone ends. Goes on after a
/// restart where it stopped.
/// </summary>
internal sealed partial class Rechecker(
    IDbContextFactory<LabelContext> contexts, RulesetHolder rulesets, ExceptionsInForce exceptions, ArticleAgain again, Ledger ledger,
    TimeProvider time, ILogger<Rechecker> log) : TickingWorker(TimeSpan.FromSeconds(1), time)
{
    /// <summary>Few, since checks that come meanwhile wait for each page to end.</summary>
    private const int PageSize = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private string? _begun;
    private DateTimeOffset? _passedAt;
    private bool _isTold;

    /// <summary>One step: a page of articles, or nothing where all have been held against what is in force.</summary>
    /// <returns>Whether there is more to do at once.</returns>
    public async Task<bool> StepAsync(CancellationToken cancel)
    {
        if (rulesets.Current.Ruleset is not { } ruleset)
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var inForce = InForce(ruleset);
        var state = await db.Recheck.AsNoTracking().SingleAsync(cancel);
        if (state.Done == inForce && state.Running is null)
        {
            (_begun, _passedAt, _isTold) = (inForce, null, false);
            return false;
        }

        // What this node began another has since put aside: it has other rules, and the later ones hold. Two nodes must not undo each other's work without end.
        if (state.Running != inForce && _begun == inForce)
        {
            TellPassed();
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = db.Database.IsSqlite() ? await db.Recheck.SingleAsync(cancel) : await db.Recheck.FromSqlRaw("SELECT * FROM \"recheck\" FOR UPDATE").SingleAsync(cancel);
        var (written, events) = (new List<AuditEntry>(), new List<EventDraft>());
        if (run.Running != inForce)
        {
            Begin(run, ruleset, inForce, written);
        }

        (_begun, _passedAt, _isTold) = (inForce, null, false);
        var page = await PageAsync(db, run, cancel);
        foreach (var article in page)
        {
            run.Changed += await LookAsync(db, article, written, events, cancel) ? 1 : 0;
            (run.LastArticle, run.Looked) = (article.Id, run.Looked + 1);
        }

        if (page.Count < PageSize)
        {
            End(run, inForce);
        }

        await ledger.WriteAsync(db, written, events, cancel);
        await transaction.CommitAsync(cancel);
        return run.Running is not null;
    }

    protected override async Task TickAsync(CancellationToken cancel)
    {
        while (await StepAsync(cancel))
        {
            // Live checks go first.
            await Task.Delay(Pause, Time, cancel);
        }
    }

    protected override void Tell(Exception error) => LookFailed(error);

    /// <summary>In the order of their numbers, locked: what a check writes meanwhile comes before or after.</summary>
    private static Task<List<ArticleRow>> PageAsync(LabelContext db, RecheckRow run, CancellationToken cancel)
    {
        var (last, end) = (run.LastArticle, run.IsRound ? run.TurnEnd : long.MaxValue);
        var rows = db.IsShared
            ? db.Articles.FromSql($"""SELECT * FROM "articles" WHERE "Id" > {last} AND "Id" <= {end} AND "Submitted" IS NOT NULL ORDER BY "Id" LIMIT {PageSize} FOR UPDATE""")
            : db.Articles.Where(a => a.Id > last && a.Id <= end && a.Submitted != null).OrderBy(a => a.Id).Take(PageSize);
        return rows.ToListAsync(cancel);
    }

    /// <summary>An article that cannot be looked at must not keep the others from it.</summary>
    private async Task<bool> LookAsync(LabelContext db, ArticleRow article, List<AuditEntry> written, List<EventDraft> events, CancellationToken cancel)
    {
        try
        {
            return await again.LookAsync(db, article, written, events, cancel);
        }
        catch (Exception error) when (error is not (OperationCanceledException or DbException or DbUpdateException))
        {
            NotLookedAt(error, article.Id);
            return false;
        }
    }

    private void End(RecheckRow run, string inForce)
    {
        if (!run.IsRound)
        {
            (run.LastArticle, run.IsRound) = (0, true);
            return;
        }

        (run.Done, run.Running, run.FinishedAt) = (inForce, null, Time.GetUtcNow());
        Finished(run.Looked, run.Changed);
    }

    /// <summary>For a moment it is so whenever something is remembered elsewhere; only what lasts is worth a word.</summary>
    private void TellPassed()
    {
        _passedAt ??= Time.GetUtcNow();
        if (!_isTold && Time.GetUtcNow() - _passedAt > TimeSpan.FromMinutes(1))
        {
            Passed();
            _isTold = true;
        }
    }

    /// <summary>The day belongs to it: rules and listings begin and end by day.</summary>
    private string InForce(Ruleset ruleset)
    {
        var staged = string.Join(' ', rulesets.Current.Staged.Select(s => $"{s.Share} {s.Ruleset.Version}"));
        return $"{ruleset.Version} {ruleset.Exceptions.Version} {exceptions.Remembered.Stamp} {exceptions.Today(ruleset):yyyy-MM-dd} {staged}".TrimEnd();
    }

    private void Begin(RecheckRow run, Ruleset ruleset, string inForce, List<AuditEntry> written)
    {
        if (run.Done?.StartsWith(ruleset.Version, StringComparison.Ordinal) != true)
        {
            written.Add(new AuditEntry(AuditActor.System, null, AuditWhat.RulesetLoaded, ruleset.Version, AuditData.Of(
                run.Done is null ? null : new JsonObject { ["ruleset"] = run.Done.Split(' ')[0] },
                new JsonObject
                {
                    ["ruleset"] = ruleset.Version,
                    ["packs"] = new JsonArray([.. ruleset.Reference.Packs.Select(p => (JsonNode)p)]),
                    ["registries"] = new JsonArray([.. ruleset.Reference.Registries.Select(r => (JsonNode)$"{r.Id} {r.Retrieved:yyyy-MM-dd}")]),
                })));
        }

        // In the middle of a turn it goes on from here, round to here again: begun anew each time, a busy desk would keep it from the late articles.
        var isMidway = run.Running is not null && run.LastArticle > 0;
        (run.TurnEnd, run.IsRound, run.LastArticle) = isMidway ? (run.LastArticle, false, run.LastArticle) : (long.MaxValue, true, 0);
        (run.Running, run.Looked, run.Changed, run.StartedAt, run.FinishedAt) = (inForce, 0, 0, Time.GetUtcNow(), null);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Looked again at {Looked} stored articles; what {Changed} of them must carry has changed")]
    private partial void Finished(long looked, long changed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another node has other rules, exceptions or another day, and looks at the stored articles by them; this node waits")]
    private partial void Passed();

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored article {Article} could not be looked at again and was passed over")]
    private partial void NotLookedAt(Exception error, long article);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stored articles could not be looked at again; it is tried every second")]
    private partial void LookFailed(Exception error);
}
