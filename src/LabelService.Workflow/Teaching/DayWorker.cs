using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Teaching;

/// <summary>Counts days ahead, one at a time with a pause after each, so that the first who opens the dashboard need not wait for ninety.</summary>
internal sealed partial class DayWorker(DayBook days, TimeProvider time, ILogger<DayWorker> log) : BackgroundService
{
    private static readonly TimeSpan AtStart = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Checks go first, at the start above all.
        await Task.Delay(AtStart, time, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await IsMoreAsync(stoppingToken) ? Pause : Idle, time, stoppingToken);
        }
    }

    private async Task<bool> IsMoreAsync(CancellationToken cancel)
    {
        try
        {
            return await days.PrepareAsync(cancel);
        }
        catch (DbException error)
        {
            DaysUncounted(error);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The days of the dashboard could not be counted ahead; it is tried again in a minute")]
    private partial void DaysUncounted(Exception error);
}
