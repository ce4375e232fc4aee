using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Sweeps;

/// <summary>
/// Notices that rules, registers, exceptions or the day have changed, writes down what is in force from now on, and has a sweep planned for the
/// articles that this can touch. Of several nodes the first to notice does it.
/// </summary>
internal sealed partial class RuleStateWatcher(
    IDbContextFactory<LabelContext> contexts, RuleStates states, Ledger ledger, SweepBell bell, TimeProvider time, ILogger<RuleStateWatcher> log)
    : TickingWorker(TimeSpan.FromSeconds(1), time)
{
    /// <summary>A node that takes over later what others have has checked articles by older rules meanwhile. What came until then every sweep looks at anyway.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan WorthAWord = TimeSpan.FromMinutes(1);
    private string? _mine;
    private DateTimeOffset? _behindSince;
    private bool _isTold;

    /// <summary>Whether these are what is in force for stored articles: a node that decides otherwise must not work on sweeps.</summary>
    public static async Task<bool> IsInForceAsync(LabelContext db, RulesAt rules, CancellationToken cancel) =>
        await db.RuleStates.AsNoTracking().OrderByDescending(s => s.Seq).Select(s => s.Stamp).FirstOrDefaultAsync(cancel) == rules.Stamp;

    public async Task StepAsync(CancellationToken cancel)
    {
        if (states.Now() is not { } now)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var latest = await RuleStates.LatestAsync(db, cancel);
        if (latest?.Stamp == now.Stamp)
        {
            await AdoptAsync(db, latest, now, cancel);
        }
        else if (now.Stamp == _mine || IsOlder(now, latest))
        {
            TellBehind();
        }
        else
        {
            await TakeAsync(db, latest, now, cancel);
        }
    }

    protected override Task TickAsync(CancellationToken cancel) => StepAsync(cancel);

    protected override void Tell(Exception error) => NotNoticed(error);

    /// <summary>A clock that was put back, or a node that has not heard yet what is remembered, must not undo what is in force.</summary>
    private static bool IsOlder(RulesAt now, RuleStateRow? latest) =>
        latest is not null && (now.Day < latest.Day || (now.Ruleset.Version == latest.Ruleset && now.Remembered.Stamp < latest.RememberedStamp));

    private async Task AdoptAsync(LabelContext db, RuleStateRow latest, RulesAt now, CancellationToken cancel)
    {
        var isLate = _mine is not null && _mine != now.Stamp && Time.GetUtcNow() - latest.At > LateAfter;
        (_mine, _behindSince, _isTold) = (now.Stamp, null, false);
        states.Keep(latest.Seq, now);
        if (isLate)
        {
            db.Sweeps.Add(Sweep(SweepScope.Late, latest.Seq, latest, SweepCause.Nothing));
            await db.SaveChangesAsync(cancel);
            bell.Ring();
        }
    }

    private async Task TakeAsync(LabelContext db, RuleStateRow? latest, RulesAt now, CancellationToken cancel)
    {
        var before = await states.LoadAsync(latest?.Seq, cancel);
        var cause = new RulesStep(before, now).Cause(latest is null);
        await using var transaction = await db.BeginAloneAsync(cancel);
        if ((await RuleStates.LatestAsync(db, cancel))?.Seq != latest?.Seq)
        {
            return;
        }

        var row = await states.AddAsync(db, now, cancel);
        var hasWork = !cause.IsEmpty && await db.Articles.AnyAsync(cancel);
        if (hasWork)
        {
            db.Sweeps.Add(Sweep(SweepScope.Changed, before is null ? null : latest?.Seq, row, cause));
        }

        AuditEntry[] written = latest?.Ruleset == now.Ruleset.Version ? [] : [Loaded(latest, now)];
        await ledger.WriteAsync(db, written, [], cancel);
        await transaction.CommitAsync(cancel);
        (_mine, _behindSince, _isTold) = (now.Stamp, null, false);
        states.Keep(row.Seq, now);
        if (hasWork)
        {
            bell.Ring();
        }
    }

    private SweepRow Sweep(SweepScope scope, long? before, RuleStateRow after, SweepCause cause) => new()
    {
        Id = RandomId.Next("swp", Time.GetUtcNow()),
        Phase = Kebab<SweepPhase>.Word(SweepPhase.Planned),
        IsDryRun = false,
        Scope = Kebab<SweepScope>.Word(scope),
        StateBefore = before,
        StateAfter = after.Seq,
        Ruleset = after.Ruleset,
        Cause = cause.Text(),
        CreatedAt = Time.GetUtcNow(),
        CreatedBy = AuditActor.System.Name,
    };

    private static AuditEntry Loaded(RuleStateRow? latest, RulesAt now) => new(AuditActor.System, null, AuditWhat.RulesetLoaded, now.Ruleset.Version, AuditData.Of(
        latest is null ? null : new JsonObject { ["ruleset"] = latest.Ruleset },
        new JsonObject
        {
            ["ruleset"] = now.Ruleset.Version,
            ["packs"] = new JsonArray([.. now.Ruleset.Reference.Packs.Select(p => (JsonNode)p)]),
            ["registries"] = new JsonArray([.. now.Ruleset.Reference.Registries.Select(r => (JsonNode)$"{r.Id} {r.Retrieved:yyyy-MM-dd}")]),
        }));

    /// <summary>For a moment it is so whenever something changes elsewhere; only what lasts is worth a word.</summary>
    private void TellBehind()
    {
        _behindSince ??= Time.GetUtcNow();
        if (!_isTold && Time.GetUtcNow() - _behindSince > WorthAWord)
        {
            Behind();
            _isTold = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another node has other rules, exceptions or another day, and those are in force for the stored articles; this node works on no sweep until it has them too. Give all nodes the same rules folder and the right time")]
    private partial void Behind();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether rules or day have changed could not be written down; it is tried every second")]
    private partial void NotNoticed(Exception error);
}

/// <summary>Tells the scheduler of this process, where there is one, that there is work.</summary>
internal sealed class SweepBell
{
    public event Action? Rung;

    public void Ring() => Rung?.Invoke();
}
