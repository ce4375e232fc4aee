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
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Reviews;

/// <summary>
/// Looks again at every stored article when rules, registers, exceptions or the day have changed: what an article must carry then, and what
/// it no longer must, becomes an event; a new question becomes a review; a decision whose rule or entry is gone ends. Goes on after a
/// restart where it stopped.
/// </summary>
internal sealed partial class Rechecker(
    IDbContextFactory<LabelContext> contexts, RulesetHolder rulesets, ExceptionsInForce exceptions, ArticleAgain again, Ledger ledger,
    TimeProvider time, ILogger<Rechecker> log) : BackgroundService
{
    private const int PageSize = 100;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private bool _failing;

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
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = db.Database.IsSqlite() ? await db.Recheck.SingleAsync(cancel) : await db.Recheck.FromSqlRaw("SELECT * FROM \"recheck\" FOR UPDATE").SingleAsync(cancel);
        var (written, events) = (new List<AuditEntry>(), new List<EventDraft>());
        if (run.Running != inForce)
        {
            Begin(run, ruleset, inForce, written);
        }

        var page = await db.Articles.Where(a => a.Id > run.LastArticle && a.Submitted != null).OrderBy(a => a.Id).Take(PageSize).ToListAsync(cancel);
        foreach (var article in page)
        {
            run.Changed += await again.LookAsync(db, article, written, events, cancel) ? 1 : 0;
            (run.LastArticle, run.Looked) = (article.Id, run.Looked + 1);
        }

        if (page.Count < PageSize)
        {
            (run.Done, run.Running, run.FinishedAt) = (inForce, null, time.GetUtcNow());
            Finished(run.Looked, run.Changed);
        }

        await ledger.WriteAsync(db, written, events, cancel);
        await transaction.CommitAsync(cancel);
        return run.Running is not null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await StepAsync(stoppingToken))
                {
                    // Live checks go first.
                    await Task.Delay(TimeSpan.FromMilliseconds(5), time, stoppingToken);
                }

                _failing = false;
            }
            catch (Exception error) when (error is DbException or DbUpdateException)
            {
                if (!_failing)
                {
                    LookFailed(error);
                }

                _failing = true;
            }
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

        (run.Running, run.LastArticle, run.Looked, run.Changed, run.StartedAt, run.FinishedAt) = (inForce, 0, 0, 0, time.GetUtcNow(), null);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Looked again at {Looked} stored articles; what {Changed} of them must carry has changed")]
    private partial void Finished(long looked, long changed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stored articles could not be looked at again; it is tried every second")]
    private partial void LookFailed(Exception error);
}
