using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Accounts;

/// <summary>Looks a few times a second whether a key was added or revoked, so that a revocation elsewhere holds within a second.</summary>
internal sealed partial class KeyRingWorker(KeyRing ring, TimeProvider time, ILogger<KeyRingWorker> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var failing = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ring.RefreshAsync(stoppingToken);
                failing = false;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Said once, not three times a second; readiness shows the store's state meanwhile.
                if (!failing)
                {
                    KeysUnread(error);
                }

                failing = true;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The keys cannot be read from the store; those known before stay in force")]
    private partial void KeysUnread(Exception error);
}
