using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Sweeps;

/// <summary>Sweeps as people see them: begins one, shows them, and lets somebody hold or confirm them.</summary>
internal sealed class SweepBook(IDbContextFactory<LabelContext> contexts, SiteBook sites, Ledger ledger, SweepBell bell, TimeProvider time)
{
    private const int PageSize = 50;
    private const int MostSamples = 20;
    private const int MostSites = 100;

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
        return await ReportAsync(db, row, cancel);
    }

    public async Task<Answer<SweepReport>> FindAsync(string id, SweepCaller caller, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Sweeps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } row)
        {
            return SweepRefusals.Unknown;
        }

        var report = await ReportAsync(db, row, cancel);
        return report with
        {
            Sites = await SitesAsync(db, row.Number, caller, cancel),
            Samples = [.. (await Shown(db, row.Number, caller).OrderBy(r => r.ArticleId).Take(MostSamples).ToListAsync(cancel)).Select(Result)],
        };
    }

    /// <param name="before">The number after which the page begins; null for the newest.</param>
    public async Task<SweepList> ListAsync(long? before, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Sweeps.AsNoTracking().Where(s => before == null || s.Number < before).OrderByDescending(s => s.Number).Take(PageSize + 1).ToListAsync(cancel);
        var reports = ImmutableArray.CreateBuilder<SweepReport>();
        foreach (var row in rows.Take(PageSize))
        {
            reports.Add(await ReportAsync(db, row, cancel));
        }

        return new SweepList(reports.ToImmutable(), rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }

    /// <summary>All articles of a sweep that change or could not be looked at, one after the other.</summary>
    public async Task<Answer<SweepResults>> ResultsAsync(string id, SweepCaller caller, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var number = await db.Sweeps.Where(s => s.Id == id).Select(s => (long?)s.Number).SingleOrDefaultAsync(cancel);
        return number is { } found ? new SweepResults(ReadAsync(found, caller)) : SweepRefusals.Unknown;
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

    private static readonly string Failed = Kebab<SweepResultState>.Word(SweepResultState.Failed);

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
        return await ReportAsync(db, row, cancel);
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

    private static async Task<SweepReport> ReportAsync(LabelContext db, SweepRow row, CancellationToken cancel)
    {
        var parts = await db.SweepParts.AsNoTracking().Where(p => p.Sweep == row.Number).GroupBy(p => new { p.Applies, p.Round })
            .Select(g => new { g.Key.Applies, g.Key.Round, Looked = g.Sum(p => p.Looked), Failed = g.Sum(p => p.Failed) }).ToListAsync(cancel);
        var counts = Sum(await GroupsAsync(db, row.Number, cancel), parts.Sum(p => p.Failed));
        return new SweepReport(
            row.Id, Kebab<SweepPhase>.Value(row.Phase), row.IsPaused, row.IsDryRun, Kebab<SweepScope>.Value(row.Scope), row.Site, row.Ruleset, SweepCause.Read(row.Cause),
            row.Candidates, row.Articles, parts.Where(p => p is { Applies: false, Round: 1 }).Sum(p => p.Looked), parts.Where(p => p is { Applies: true, Round: 1 }).Sum(p => p.Looked), counts,
            row.CreatedAt, row.CreatedBy, row.ConfirmedBy, row.StartedAt, row.CountedAt, row.FinishedAt);
    }

    private static async Task<List<(string Site, int Effects, long Count)>> GroupsAsync(LabelContext db, long sweep, CancellationToken cancel) =>
        [.. (await db.SweepResults.AsNoTracking().Where(r => r.Sweep == sweep && r.Effects != 0).GroupBy(r => new { r.Site, r.Effects })
            .Select(g => new { g.Key.Site, g.Key.Effects, Count = g.LongCount() }).ToListAsync(cancel)).Select(g => (g.Site, g.Effects, g.Count))];

    private static async Task<ImmutableArray<SweepSite>> SitesAsync(LabelContext db, long sweep, SweepCaller caller, CancellationToken cancel) =>
        [.. (await GroupsAsync(db, sweep, cancel)).Where(g => caller.Sees(g.Site)).GroupBy(g => g.Site, StringComparer.Ordinal).Select(g => new SweepSite(g.Key, Sum([.. g], 0)))
            .OrderByDescending(s => s.Counts.Changed).ThenBy(s => s.Site, StringComparer.Ordinal).Take(MostSites)];

    private static SweepCounts Sum(List<(string Site, int Effects, long Count)> groups, long failed)
    {
        long Of(SweepEffects effect) => groups.Where(g => ((SweepEffects)g.Effects & effect) != 0).Sum(g => g.Count);
        return new SweepCounts(groups.Sum(g => g.Count), Of(SweepEffects.NewlyMissing), Of(SweepEffects.NewlyUnneeded), Of(SweepEffects.Changed), Of(SweepEffects.Pending), failed);
    }

    private static SweepResult Result(SweepResultRow row) => new(
        row.Site, row.ExternalId, row.Url,
        [.. Enum.GetValues<SweepEffects>().Where(e => e != SweepEffects.None && ((SweepEffects)row.Effects).HasFlag(e)).Select(e => Kebab<SweepEffects>.Word(e))],
        Kebab<SweepResultState>.Value(row.State),
        row.Differences is { } json ? JsonSerializer.Deserialize(json, SweepJson.Default.ImmutableArrayDifference) : []);

    /// <summary>What people may see of it: the articles of their sites.</summary>
    private static IQueryable<SweepResultRow> Shown(LabelContext db, long sweep, SweepCaller caller)
    {
        var rows = db.SweepResults.AsNoTracking().Where(r => r.Sweep == sweep && (r.Effects != 0 || r.State == Failed));
        return caller.Sites is { } sites ? rows.Where(r => sites.Contains(r.Site)) : rows;
    }

    private async IAsyncEnumerable<SweepResult> ReadAsync(long sweep, SweepCaller caller)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await foreach (var row in Shown(db, sweep, caller).OrderBy(r => r.ArticleId).AsAsyncEnumerable())
        {
            yield return Result(row);
        }
    }
}
