using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>
/// Begins the index anew: after nodes of a version without it have written to the same store, or where it is damaged. All articles go
/// into the tail, where each is a candidate for everything, and only then the segments go; so at no moment anything is missed.
/// </summary>
internal sealed class IndexRebuild(IDbContextFactory<LabelContext> contexts)
{
    /// <summary>Numbers of articles that are taken at once.</summary>
    private const long AtOnce = 10_000;

    /// <returns>How many segments there were.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var turn = await IndexTurn.TakeAsync(db, waits: true, cancel);
        var segments = await db.ArchiveSegments.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
        var last = await db.Articles.MaxAsync(a => (long?)a.Id, cancel) ?? 0;
        for (long after = 0; after < last; after += AtOnce)
        {
            await Tail.AddAgainAsync(db, after, Math.Min(last, after + AtOnce), cancel);
        }

        foreach (var segment in segments)
        {
            await OutdatedSegments.DropAsync(db, segment, cancel);
        }

        return segments.Count;
    }
}
