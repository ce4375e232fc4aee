using System.Diagnostics;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Checks;

/// <summary>
/// Tells a store that is slow from one that hangs: what took the last group and says nothing, as behind a cut cable. Whoever waits for it, or
/// comes, is better told at once: a balancer can send them to a node that has its store.
/// </summary>
/// <remarks>By the machine's own time: a store does not hang where a test moves the clock.</remarks>
internal sealed class StoreWatch
{
    /// <summary>How often to look whether it answers again.</summary>
    public static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(5);

    /// <summary>A timestamp; 0 while nothing is written.</summary>
    private long _since;

    public bool IsHanging => Volatile.Read(ref _since) is not 0 and var since && Stopwatch.GetElapsedTime(since) > Hangs;

    public void Begin() => Volatile.Write(ref _since, Stopwatch.GetTimestamp());

    public void End() => Volatile.Write(ref _since, 0);

    /// <exception cref="StoreUnavailableException">The store hangs.</exception>
    public void RefuseWhereHanging()
    {
        if (IsHanging)
        {
            throw new StoreUnavailableException(new TimeoutException($"The store has not answered for {Hangs.TotalSeconds} seconds."));
        }
    }

    /// <summary>Waits as long as the store works; where many wait, it may be the turn of others.</summary>
    /// <exception cref="StoreUnavailableException">It hangs, and only it knows whether it still writes.</exception>
    public async Task<T> WhileWorkingAsync<T>(Task<T> written)
    {
        for (var wait = Hangs; ; wait = TryAgain)
        {
            try
            {
                return await written.WaitAsync(wait);
            }
            catch (TimeoutException)
            {
                RefuseWhereHanging();
            }
        }
    }
}
