using Microsoft.Extensions.Hosting;

namespace LabelService.Workflow;

/// <summary>Does something again and again. What goes wrong is told once, not with every tick, and never ends the service.</summary>
internal abstract class TickingWorker(TimeSpan every, TimeProvider time) : BackgroundService
{
    private bool _failing;

    protected TimeProvider Time => time;

    protected abstract Task TickAsync(CancellationToken cancel);

    /// <summary>Tells of the first failure after a tick that went well.</summary>
    protected abstract void Tell(Exception error);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await TickAsync(cancel);
            _failing = false;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            if (!_failing)
            {
                Tell(error);
            }

            _failing = true;
        }
    }
}
