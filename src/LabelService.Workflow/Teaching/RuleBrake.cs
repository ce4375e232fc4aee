using System.Diagnostics;
using System.Text.Json.Nodes;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Teaching;

/// <summary>
/// Brakes a rule that moderators uphold too seldom, in two steps: its hits go to review; where the decisions since then are no better, it
/// goes into shadow. Only a person takes a brake off (<see cref="BrakeBook"/>).
/// </summary>
internal sealed partial class RuleBrake(
    IDbContextFactory<LabelContext> contexts, RulesetHolder rulesets, Ledger ledger, RememberedBook remembered, ReviewFeed feed,
    IOptions<ReviewOptions> options, TimeProvider time, ILogger<RuleBrake> log)
    : TickingWorker(TimeSpan.FromSeconds(1), time)
{
    private const int CostsAtMostOneIn = 20;

    /// <summary>Rules and the window of days move without a decision, too.</summary>
    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _looking = new(1, 1);
    private DateTimeOffset _lastDecision, _lastLook;
    private TimeSpan _rest;

    /// <summary>Holds every rule with a limit against what was decided on its hits.</summary>
    /// <returns>The rules that went a step further.</returns>
    public async Task<IReadOnlyList<BrakeStep>> LookAsync(CancellationToken cancel)
    {
        var judge = new BrakeJudge(RuleLimits.Of(rulesets.Current.Ruleset), options.Value, Time.GetUtcNow());
        await _looking.WaitAsync(cancel);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            if ((await judge.DueAsync(db, cancel)).Count == 0)
            {
                return [];
            }

            // Judged again alone: of several nodes that saw the same, one brakes.
            await using var transaction = await db.BeginAloneAsync(cancel);
            var due = await judge.DueAsync(db, cancel);
            await BrakeAsync(db, due, cancel);
            await transaction.CommitAsync(cancel);
            await TellAsync(due, cancel);
            return due;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>After a decision, and once a minute; less often where many decisions make it slow.</summary>
    protected override async Task TickAsync(CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        if (RuleLimits.Of(rulesets.Current.Ruleset).Count == 0 || now - _lastLook < _rest)
        {
            return;
        }

        var last = await LastDecisionAsync(cancel);
        if (last != _lastDecision || now - _lastLook >= AtLeastEvery)
        {
            var watch = Stopwatch.StartNew();
            await LookAsync(cancel);
            _rest = TimeSpan.FromTicks(Math.Min(LongestRest.Ticks, CostsAtMostOneIn * watch.Elapsed.Ticks));
            (_lastDecision, _lastLook) = (last, now);
        }
    }

    protected override void Tell(Exception error) => LookFailed(error);

    private async Task<DateTimeOffset> LastDecisionAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Decisions.OrderByDescending(d => d.At).Select(d => (DateTimeOffset?)d.At).FirstOrDefaultAsync(cancel) ?? default;
    }

    private async Task BrakeAsync(LabelContext db, IReadOnlyList<BrakeStep> due, CancellationToken cancel)
    {
        var (now, written) = (Time.GetUtcNow(), new List<AuditEntry>());
        foreach (var step in due)
        {
            var before = step.Brake is null ? null : new JsonObject { ["step"] = step.Brake.Step };
            var row = step.Brake ?? db.Brakes.Add(new BrakeRow { Id = RandomId.Next("brk", now), Rule = step.Rule, Step = 0, Reason = "", At = now, Stamp = 0 }).Entity;
            (row.Step, row.Reason, row.At) = (row.Step + 1, step.Figures.Write(), now);
            row.Stamp = await RememberedBook.NextStampAsync(db, cancel);
            var after = step.Figures.Json();
            (after["step"], after["brake"]) = (row.Step, row.Id);
            written.Add(new AuditEntry(AuditActor.System, null, AuditWhat.RuleBraked, step.Rule, AuditData.Of(before, after)));
        }

        await ledger.WriteAsync(db, written, [], cancel);
    }

    private async Task TellAsync(IReadOnlyList<BrakeStep> due, CancellationToken cancel)
    {
        if (due.Count == 0)
        {
            return;
        }

        await remembered.RefreshAsync(cancel);
        feed.Changed();
        foreach (var step in due)
        {
            Braked(step.Rule, step.Figures.Upheld, step.Figures.Decided, step.Figures.Limit, step.Brake is null ? "its hits go to review" : "it is in shadow");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Rule {Rule} is braked: moderators upheld {Upheld} of {Decided} hits, and its limit is {Limit}; {Effect}")]
    private partial void Braked(string rule, long upheld, long decided, double limit, string effect);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Rules could not be held against the decisions on their hits; it is tried again every second")]
    private partial void LookFailed(Exception error);
}
