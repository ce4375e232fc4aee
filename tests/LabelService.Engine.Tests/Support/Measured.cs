using System.Runtime;

namespace LabelService.Engine.Tests.Support;

/// <summary>
/// Whether work grows in step with its size. It is measured in processor time, which a busy machine does not stretch as it does the
/// clock's, and only compared with itself; since the time is the whole process's, these tests run when no other test does.
/// </summary>
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured
{
    /// <summary>Runs of which the least disturbed counts.</summary>
    private const int MostRuns = 5;

    /// <summary>What is linear came to 1.05 at most; what had a square in it, put in on purpose, to 1.8 and more.</summary>
    private const double Margin = 1.5;

    /// <summary>Below it the small work is too little to compare with.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(5);

    /// <summary>Bytes that may be allocated without a collection; work that takes more is measured with the collections it then causes.</summary>
    private const long Room = 240_000_000;

    /// <param name="times">How many times the size of the small work the large one has. Work by the square takes so many times longer again.</param>
    public static void KeepsInStep(Action small, Action large, int times)
    {
        var most = Margin * times;
        // The first run compiles.
        small();
        var ratio = double.MaxValue;
        for (var run = 0; run < MostRuns && ratio > most; run++)
        {
            var of = WorkOf(small);
            ratio = Math.Min(ratio, WorkOf(large) / (of > Least ? of : Least));
        }

        Assert.InRange(ratio, 0, most);
    }

    /// <summary>The work alone: collecting garbage would count all that other tests of the process still hold.</summary>
    private static TimeSpan WorkOf(Action work)
    {
        GC.TryStartNoGCRegion(Room);
        try
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            return Environment.CpuUsage.TotalTime - before;
        }
        finally
        {
            // What took more room than there was has ended the region by itself.
            if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            {
                GC.EndNoGCRegion();
            }
        }
    }
}
