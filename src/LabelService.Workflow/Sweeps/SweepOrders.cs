using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Sweeps;

/// <summary>What people tell sweeps to do: begin, pause, go on, end, and change more articles than change by themselves.</summary>
internal sealed class SweepOrders(IDbContextFactory<LabelContext> contexts, SiteBook sites, Ledger ledger, SweepBell bell, TimeProvider time)
{
    /// <param name="body">A <see cref="SweepRequest"/>, UTF-8 JSON; empty for all that is usual.</param>
    public async Task<Answer<SweepReport>> StartAsync(ReadOnlyMemory<byte> body, SweepCaller caller, CancellationToken cancel)
    {
        var read = body.IsEmpty ? new SweepRequest() : StrictJson.Read(body.Span, SweepJson.Default.SweepRequest);
        return read.IsRefused ? read.Refusal : await StartAsync(read.Value, caller, cancel);
    }

    public async Task<Answer<SweepReport>> StartAsync(SweepRequest request, SweepCaller caller, CancellationToken cancel)
    {
        if (!await MayAsync(caller, request.Site, cancel))
        {
            return SweepRefusals.OtherSites;
        }

        if (request.Scope == SweepScope.Late)
        {
            return Refusal.Invalid("$.scope", "must be 'changed' or 'all'.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var states = await db.RuleStates.AsNoTracking().OrderByDescending(s => s.Seq).Take(2).Select(s => new { s.Seq, s.Ruleset }).ToListAsync(cancel);
        if (states.Count == 0)
        {
            return Rulesets.RulesetHolder.NothingLoaded;
        }

        var before = states.Count > 1 ? states[1].Seq : (long?)null;
        if (request.Scope == SweepScope.Changed && before is null)
        {
            return SweepRefusals.NothingChanged;
        }

        var row = new SweepRow
        {
            Id = RandomId.Next("swp", time.GetUtcNow()),
            Phase = Kebab<SweepPhase>.Word(SweepPhase.Planned),
            IsDryRun = request.DryRun,
            Scope = Kebab<SweepScope>.Word(request.Scope),
            Site = request.Site,
            StateBefore = request.Scope == SweepScope.Changed ? before : null,
            StateAfter = states[0].Seq,
            Ruleset = states[0].Ruleset,
            Cause = SweepCause.Nothing.Text(),
            CreatedAt = time.GetUtcNow(),
            CreatedBy = caller.Actor.Name,
        };
        db.Sweeps.Add(row);
        await WriteAsync(db, row, caller.Actor, AuditWhat.SweepStarted, cancel);
        bell.Ring();
        return await SweepBook.ReportAsync(db, row, cancel);
    }

    public Task<Answer<SweepReport>> PauseAsync(string id, SweepCaller caller, CancellationToken cancel) => ChangeAsync(id, caller, AuditWhat.SweepPaused, "paused", row =>
        !row.IsPaused && IsUnderWay(row) && (row.IsPaused = true), cancel);

    public Task<Answer<SweepReport>> ResumeAsync(string id, SweepCaller caller, CancellationToken cancel) => ChangeAsync(id, caller, AuditWhat.SweepResumed, "resumed", row =>
    {
        var was = row.IsPaused;
        row.IsPaused = false;
        return was;
    }, cancel);

    /// <summary>What it has changed stays changed; the rest of the articles keep what they were last told to carry until something else touches them.</summary>
    public Task<Answer<SweepReport>> CancelAsync(string id, SweepCaller caller, CancellationToken cancel) => ChangeAsync(id, caller, AuditWhat.SweepCancelled, "cancelled", row =>
    {
        var isOpen = IsUnderWay(row) || row.Phase == Word(SweepPhase.Waiting);
        if (isOpen)
        {
            (row.Phase, row.FinishedAt, row.IsPaused) = (Word(SweepPhase.Cancelled), time.GetUtcNow(), false);
        }

        return isOpen;
    }, cancel);

    /// <summary>Lets a sweep go on that would change more articles than go by themselves.</summary>
    public Task<Answer<SweepReport>> ConfirmAsync(string id, SweepCaller caller, CancellationToken cancel) => ChangeAsync(id, caller, AuditWhat.SweepConfirmed, "confirmed", row =>
    {
        if (row.Phase != Word(SweepPhase.Waiting))
        {
            return false;
        }

        (row.ConfirmedBy, row.ConfirmedAt) = (caller.Actor.Name, time.GetUtcNow());
        return true;
    }, cancel);

    private static string Word(SweepPhase phase) => Kebab<SweepPhase>.Word(phase);

    private static bool IsUnderWay(SweepRow row) => row.Phase == Word(SweepPhase.Planned) || row.Phase == Word(SweepPhase.Counting) || row.Phase == Word(SweepPhase.Applying);

    private async Task<Answer<SweepReport>> ChangeAsync(string id, SweepCaller caller, string what, string word, Func<SweepRow, bool> change, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var number = await db.Sweeps.Where(s => s.Id == id).Select(s => (long?)s.Number).SingleOrDefaultAsync(cancel);
        if (number is not { } found)
        {
            return SweepRefusals.Unknown;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await SweepLock.TakeAsync(db, found, cancel);
        var row = await db.Sweeps.SingleAsync(s => s.Number == found, cancel);
        if (!await MayAsync(caller, row.Site, cancel))
        {
            return SweepRefusals.OtherSites;
        }

        if (!change(row))
        {
            return SweepRefusals.Not(word, row.IsPaused ? "paused" : row.Phase);
        }

        if (what == AuditWhat.SweepConfirmed)
        {
            await SweepPhases.ApplyAsync(db, row, cancel);
        }

        await ledger.WriteAsync(db, [Entry(row, caller.Actor, what)], [], cancel);
        await transaction.CommitAsync(cancel);
        bell.Ring();
        return await SweepBook.ReportAsync(db, row, cancel);
    }

    /// <summary>A sweep over all sites is for those to whom all are given, one by one or by the star.</summary>
    private async Task<bool> MayAsync(SweepCaller caller, string? site, CancellationToken cancel) =>
        caller.Sites is null || (site is null ? (await sites.ListAsync(cancel)).All(s => caller.Sees(s.Site)) : caller.Sees(site));

    private async Task WriteAsync(LabelContext db, SweepRow row, AuditActor actor, string what, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ledger.WriteAsync(db, [Entry(row, actor, what)], [], cancel);
        await transaction.CommitAsync(cancel);
    }

    private static AuditEntry Entry(SweepRow row, AuditActor actor, string what) =>
        new(actor, row.Site, what, row.Id, AuditData.Of(null, new JsonObject { ["state"] = row.Phase, ["scope"] = row.Scope, ["dryRun"] = row.IsDryRun, ["candidates"] = row.Candidates }));
}
