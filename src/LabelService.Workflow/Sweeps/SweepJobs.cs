using System.Globalization;
using Microsoft.Extensions.Logging;
using Quartz;

namespace LabelService.Workflow.Sweeps;

/// <summary>One node's duty for all, every two seconds and whenever something happened.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepKeeperJob(SweepKeeper keeper, ILogger<SweepKeeperJob> log) : IJob
{
    private static bool _failing;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var (sweep, part) in await keeper.StepAsync(cancellationToken))
            {
                await SweepPartJob.ScheduleAsync(context.Scheduler, sweep, part, cancellationToken);
            }

            _failing = false;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            if (!_failing)
            {
                NotKept(error);
            }

            _failing = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeps could not be moved on; it is tried every two seconds")]
    private partial void NotKept(Exception error);
}

/// <summary>Works on one part. A node that dies in the middle leaves it to another, which goes on where the last step ended.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepPartJob(SweepPartRunner runner, SweepKeeper keeper, ILogger<SweepPartJob> log) : IJob
{
    private const string Sweep = "sweep";
    private const string Part = "part";

    /// <summary>Does nothing where the part is scheduled already.</summary>
    public static async Task ScheduleAsync(IScheduler scheduler, long sweep, int part, CancellationToken cancel)
    {
        var key = new JobKey(string.Create(CultureInfo.InvariantCulture, $"{sweep}-{part}"), SweepScheduler.PartGroup);
        if (await scheduler.Exists(key, cancel))
        {
            return;
        }

        var job = JobBuilder.Create<SweepPartJob>().WithIdentity(key).RequestRecovery()
            .UsingJobData(Sweep, sweep.ToString(CultureInfo.InvariantCulture)).UsingJobData(Part, part.ToString(CultureInfo.InvariantCulture)).Build();
        try
        {
            await scheduler.ScheduleJob(job, TriggerBuilder.Create().WithIdentity(key.Name, key.Group).WithExecutionGroup(SweepScheduler.PartGroup).StartNow().Build(), cancellationToken: cancel);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Somebody was quicker.
        }
    }

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (sweep, part) = (Number(context, Sweep), (int)Number(context, Part));
        try
        {
            await runner.RunAsync(sweep, part, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            BrokeOff(error, sweep, part);
            await keeper.BrokeOffAsync(sweep, part, cancellationToken);
        }
    }

    private static long Number(IJobExecutionContext context, string name) => long.Parse(context.MergedJobDataMap.GetString(name)!, CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Part {Part} of sweep {Sweep} broke off; it goes on from its last step after a while")]
    private partial void BrokeOff(Exception error, long sweep, int part);
}
