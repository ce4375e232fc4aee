using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Sweeps;

/// <summary>Works on sweeps in this process until none is left to work on: for the command line, where no scheduler runs.</summary>
internal sealed class SweepHand(IDbContextFactory<LabelContext> contexts, SweepKeeper keeper, SweepPartRunner runner, IOptions<SweepOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <param name="tell">Called after every round of parts.</param>
    public async Task RunAsync(Func<CancellationToken, Task> tell, CancellationToken cancel)
    {
        while (true)
        {
            var parts = await keeper.StepAsync(cancel);
            await Parallel.ForEachAsync(
                parts, new ParallelOptions { MaxDegreeOfParallelism = options.Value.Workers, CancellationToken = cancel }, async (part, stop) => await runner.RunAsync(part.Sweep, part.Part, stop));
            await tell(cancel);
            if (parts.Count > 0)
            {
                continue;
            }

            await using var db = await contexts.CreateDbContextAsync(cancel);
            if (!await db.SweepParts.AnyAsync(p => !p.IsDone && db.Sweeps.Any(s => s.Number == p.Sweep && s.FinishedAt == null && !s.IsPaused), cancel))
            {
                return;
            }

            // The second round begins a little later.
            await Task.Delay(Pause, time, cancel);
        }
    }
}
