using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Accounts;

/// <summary>Looks a few times a second whether a key was added or revoked, so that a revocation elsewhere holds within a second.</summary>
internal sealed partial class KeyRingWorker(KeyRing ring, TimeProvider time, ILogger<KeyRingWorker> log) : TickingWorker(TimeSpan.FromMilliseconds(300), time)
{
    protected override Task TickAsync(CancellationToken cancel) => ring.RefreshAsync(cancel);

    /// <summary>Readiness shows the store's state meanwhile.</summary>
    protected override void Tell(Exception error) => KeysUnread(error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The keys cannot be read from the store; those known before stay in force")]
    private partial void KeysUnread(Exception error);
}
