namespace LabelService.Workflow.Sweeps;

/// <summary>Whether somebody waits for a check, so that work in the background gives way.</summary>
internal sealed class LiveChecks(TimeProvider time)
{
    private static readonly TimeSpan Recent = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MostWait = TimeSpan.FromMilliseconds(250);
    private int _running;
    private long _last = long.MinValue;

    public bool IsBusy => Volatile.Read(ref _running) > 0 || (Volatile.Read(ref _last) is var last && last != long.MinValue && time.GetElapsedTime(last) < Recent);

    public void Begin() => Interlocked.Increment(ref _running);

    public void End()
    {
        Interlocked.Decrement(ref _running);
        Volatile.Write(ref _last, time.GetTimestamp());
    }

    /// <summary>While checks come, as long as the work before took: they keep at least half of the machine.</summary>
    public Task GiveWayAsync(TimeSpan worked, CancellationToken cancel) =>
        IsBusy ? Task.Delay(worked < MostWait ? worked : MostWait, time, cancel) : Task.CompletedTask;
}
