using System.Collections.Concurrent;
using System.Data.Common;
using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Workshop;

/// <summary>
/// How often each rule spoke. Counted in memory and added to the store every few seconds: a statistic, of which a killed process loses
/// the last seconds.
/// </summary>
internal sealed partial class RuleUse(IDbContextFactory<LabelContext> contexts, TimeProvider time, ILogger<RuleUse> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private ConcurrentDictionary<(string Rule, DateOnly Day), Counts> _counts = new();

    public void Count(CheckReport report, DateTimeOffset now)
    {
        if (report.Disclosures.IsEmpty && report.Flags.IsEmpty && report.Shadow.IsEmpty && report.AgeRating is null)
        {
            return;
        }

        var day = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var rule in FiredRules.Shown(report))
        {
            Interlocked.Increment(ref _counts.GetOrAdd((rule, day), static _ => new Counts()).Fired);
        }

        foreach (var rule in report.Shadow)
        {
            Interlocked.Increment(ref _counts.GetOrAdd((rule, day), static _ => new Counts()).Shadowed);
        }
    }

    /// <summary>How often, since the first day that is counted; null where nothing was counted of the rule yet.</summary>
    public async Task<RuleUsage?> OfAsync(string rule, CancellationToken cancel)
    {
        await FlushAsync(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = await db.RuleUse.MinAsync(u => (DateOnly?)u.Day, cancel);
        if (since is not { } first)
        {
            return null;
        }

        var mine = db.RuleUse.Where(u => u.Rule == rule);
        var fired = await mine.SumAsync(u => u.Fired, cancel);
        var shadowed = await mine.SumAsync(u => u.Shadowed, cancel);
        var word = Kebab<Feedback.FeedbackKind>.Word(Feedback.FeedbackKind.Wrong);
        var wrong = await db.Feedback.LongCountAsync(f => f.Rule == rule && f.Kind == word, cancel);
        return new RuleUsage(fired, shadowed, wrong, first);
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        var counted = Interlocked.Exchange(ref _counts, new());
        if (counted.IsEmpty)
        {
            return;
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            // Added in the store and in one order, as other nodes count too.
            foreach (var ((rule, day), counts) in counted.OrderBy(c => c.Key.Rule, StringComparer.Ordinal).ThenBy(c => c.Key.Day))
            {
                var (fired, shadowed) = (counts.Fired, counts.Shadowed);
                var known = await db.RuleUse.Where(u => u.Rule == rule && u.Day == day).ExecuteUpdateAsync(
                    set => set.SetProperty(u => u.Fired, u => u.Fired + fired).SetProperty(u => u.Shadowed, u => u.Shadowed + shadowed), cancel);
                if (known == 0)
                {
                    db.RuleUse.Add(new RuleUseRow { Rule = rule, Day = day, Fired = fired, Shadowed = shadowed });
                }
            }

            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (Exception error) when (error is DbException or DbUpdateException)
        {
            UseUnwritten(error);
            PutBack(counted);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await FlushAsync(stoppingToken);
        }
    }

    private void PutBack(ConcurrentDictionary<(string Rule, DateOnly Day), Counts> counted)
    {
        foreach (var (key, counts) in counted)
        {
            var back = _counts.GetOrAdd(key, static _ => new Counts());
            Interlocked.Add(ref back.Fired, counts.Fired);
            Interlocked.Add(ref back.Shadowed, counts.Shadowed);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "How often rules spoke could not be written down; it is tried again")]
    private partial void UseUnwritten(Exception error);

    private sealed class Counts
    {
        public long Fired;
        public long Shadowed;
    }
}

/// <param name="Wrong">How often an editor said that it was wrong.</param>
internal sealed record RuleUsage(long Fired, long Shadowed, long Wrong, DateOnly Since);
