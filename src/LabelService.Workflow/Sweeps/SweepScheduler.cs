using LabelService.Workflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace LabelService.Workflow.Sweeps;

/// <summary>
/// Has parts of sweeps worked on, by Quartz.NET. On PostgreSQL its store is the database, clustered: nodes share the parts, the parts of a node
/// that dies go to others, and the keeper's duties are one node's at a time. On SQLite one process is all there is, and its store is memory:
/// which parts are left the sweep's own rows tell, so a restart goes on.
/// </summary>
internal sealed partial class SweepScheduler(
    SweepKeeper keeper, SweepPartRunner runner, SweepBell bell, IOptions<NodeOptions> node, IOptions<SweepOptions> options, IOptions<StorageOptions> storage, ILoggerFactory logs, ILogger<SweepScheduler> log)
    : IHostedService
{
    public const string PartGroup = "sweep-parts";
    private static readonly JobKey KeeperKey = new("sweep-keeper", "sweeps");
    private static readonly TimeSpan KeeperEvery = TimeSpan.FromSeconds(2);

    /// <summary>A node that has not told of itself for so long is dead, and its parts are another's.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    private IScheduler? _scheduler;

    public async Task StartAsync(CancellationToken cancel)
    {
        if (!node.Value.IsWorker)
        {
            return;
        }

        var builder = QuartzSchedulerBuilder.Create(Configure);
        _scheduler = await builder.BuildScheduler(cancel);
        await _scheduler.ScheduleJob(
            JobBuilder.Create<SweepKeeperJob>().WithIdentity(KeeperKey).Build(),
            [TriggerBuilder.Create().WithIdentity(KeeperKey.Name, KeeperKey.Group).StartNow().WithSimpleSchedule(s => s.WithInterval(KeeperEvery).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)).Build()],
            ScheduleJobOptions.Replacing, cancel);
        await _scheduler.Start(cancel);
        bell.Rung += Wake;
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        bell.Rung -= Wake;
        if (_scheduler is { } scheduler)
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, cancel);
        }
    }

    private void Configure(IQuartzBuilder quartz)
    {
        var workers = options.Value.Workers;
        quartz.Services.AddSingleton(logs);
        quartz.Services.AddScoped(_ => new SweepPartJob(runner, keeper, logs.CreateLogger<SweepPartJob>()));
        quartz.Services.AddScoped(_ => new SweepKeeperJob(keeper, logs.CreateLogger<SweepKeeperJob>()));
        quartz.ConfigureScheduler(o =>
        {
            (o.InstanceName, o.GenerateInstanceId, o.ShutdownJobInterruption) = ("labels", true, ShutdownJobInterruption.Always);
            o.IdleWaitTime = TimeSpan.FromSeconds(2);
        });
        quartz.UseDefaultThreadPool(workers + 1);
        quartz.UseExecutionLimits(limits => limits.ForGroup(PartGroup, workers, ExecutionLimitScope.Node));
        if (!storage.Value.IsPostgres)
        {
            quartz.UseInMemoryStore();
            return;
        }

        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, storage.Value.Prepared());
            store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, CheckIn));
            store.ProvisionSchema();
        });
    }

    /// <summary>Now, and not when the keeper's time comes: whoever waits for a listing to reach old articles counts seconds.</summary>
    private void Wake() => _ = WakeAsync();

    private async Task WakeAsync()
    {
        try
        {
            await (_scheduler?.TriggerJob(KeeperKey) ?? ValueTask.CompletedTask);
        }
        catch (SchedulerException error)
        {
            NotWoken(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The work on a sweep could not be begun at once; it begins within seconds")]
    private partial void NotWoken(Exception error);
}
