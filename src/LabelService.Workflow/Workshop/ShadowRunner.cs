using System.Text.Json;
using System.Threading.Channels;
using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Workshop;

/// <summary>
/// Looks at live articles by the drafts that run in shadow, behind the checks and never in their way: where more come than it can
/// look at, the rest goes by.
/// </summary>
internal sealed partial class ShadowRunner(
    IDbContextFactory<LabelContext> contexts, RulesetHolder rulesets, ExceptionsInForce exceptions, TimeProvider time, ILogger<ShadowRunner> log) : BackgroundService
{
    private const int MostWaiting = 256;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly Channel<CheckRequest> _waiting = Channel.CreateBounded<CheckRequest>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile ShadowTrial[] _trials = [];

    /// <summary>Hands a live article over; costs nothing while no draft runs in shadow.</summary>
    public void Offer(CheckRequest request)
    {
        if (_trials.Length > 0)
        {
            _waiting.Writer.TryWrite(request);
        }
    }

    /// <summary>Takes up which drafts run, and writes down what they came to.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await _refreshing.WaitAsync(cancel);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var running = Kebab<DraftState>.Word(DraftState.Shadow);
            var drafts = await db.Drafts.AsNoTracking().Where(d => d.State == running).OrderBy(d => d.Id).Take(ShadowTrial.MostAtOnce).ToListAsync(cancel);
            foreach (var trial in _trials)
            {
                await WriteDownAsync(trial, db, cancel);
            }

            var present = rulesets.Current.Ruleset;
            _trials = [.. drafts.Select(d => Keep(d, present?.Version) ?? Begin(d)).OfType<ShadowTrial>()];
        }
        finally
        {
            _refreshing.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var looking = LookAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                ShadowUnwritten(error);
            }
        }

        await looking;
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        await foreach (var request in _waiting.Reader.ReadAllAsync(stopping))
        {
            foreach (var trial in _trials)
            {
                trial.Add(request);
            }
        }
    }

    private ShadowTrial? Keep(DraftRow draft, string? version) =>
        _trials.FirstOrDefault(t => t.DraftId == draft.Id && t.Since == draft.ShadowSince && t.RulesetVersion == version);

    private ShadowTrial? Begin(DraftRow draft)
    {
        if (rulesets.Current.Ruleset is not { } present)
        {
            return null;
        }

        var rules = rulesets.With(PackedFiles.Unpack(draft.Pack, draft.Files));
        if (rules.Ruleset is null || !rules.Errors.IsEmpty)
        {
            return null;
        }

        var earlier = draft.ShadowReport is { } json ? JsonSerializer.Deserialize(json, WorkshopJson.Default.DryRunReport) : null;
        return new ShadowTrial(draft.Id, draft.ShadowSince, present, new Trial(present, rules.Ruleset, exceptions.Of(present), draft.Pack, samples: 0), earlier);
    }

    private static async Task WriteDownAsync(ShadowTrial trial, LabelContext db, CancellationToken cancel)
    {
        if (trial.News() is { } report)
        {
            var json = JsonSerializer.Serialize(report, WorkshopJson.Default.DryRunReport);
            await db.Drafts.Where(d => d.Id == trial.DraftId && d.ShadowSince == trial.Since)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.ShadowReport, json), cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What drafts in shadow came to could not be written down; it is tried again")]
    private partial void ShadowUnwritten(Exception error);
}
