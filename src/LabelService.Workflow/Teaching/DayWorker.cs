using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Teaching;

/// <summary>Counts days and shares ahead, with a pause after each, so that the first who opens the dashboard need not wait for ninety days.</summary>
internal sealed partial class DayWorker(DayBook days, UpheldShares shares, TimeProvider time, ILogger<DayWorker> log) : BackgroundService
{
    private static readonly TimeSpan AtStart = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
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
            if (await days.PrepareAsync(cancel))
            {
                return true;
            }

            await shares.PrepareAsync(cancel);
            return false;
        }
        catch (DbException error)
        {
            DaysUncounted(error);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The numbers of the dashboard could not be counted ahead; it is tried again in a minute")]
    private partial void DaysUncounted(Exception error);
}
