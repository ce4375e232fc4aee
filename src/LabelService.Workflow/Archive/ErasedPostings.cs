using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>
/// Takes what the index holds of erased articles out of it: their words could be guessed by their keys. One look at the lists of all
/// segments serves all articles that were erased meanwhile, and a segment in which some of them lie is written anew once.
/// </summary>
internal sealed class ErasedPostings(IDbContextFactory<LabelContext> contexts)
{
    /// <summary>Erased articles that are taken out in one go.</summary>
    private const int AtOnce = 4_096;

    /// <param name="waits">Whether to wait for another node that works on the index; else it is left to that one.</param>
    /// <returns>How many segments lost something.</returns>
    public async Task<int> RemoveAsync(bool waits, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var turn = await IndexTurn.TakeAsync(db, waits, cancel);
        var changed = 0;
        while (turn is not null && await SomeAsync(db, cancel) is { Erased: > 0 } done)
        {
            changed += done.Segments;
        }

        return changed;
    }

    private static async Task<(int Erased, int Segments)> SomeAsync(LabelContext db, CancellationToken cancel)
    {
        var erased = await db.ArchiveTail.AsNoTracking().Where(t => t.Stamp < 0).OrderBy(t => t.ArticleId).Take(AtOnce).Select(t => new { t.ArticleId, t.Stamp }).ToListAsync(cancel);
        if (erased.Count == 0)
        {
            return (0, 0);
        }

        var ids = erased.Select(e => e.ArticleId).ToHashSet();
        var segments = new List<(long Id, HashSet<int> Places)>();
        await foreach (var segment in db.ArchiveSegments.AsNoTracking().OrderBy(s => s.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var places = PackedArticles.Unpack(segment.Articles).Index().Where(a => ids.Contains(a.Item)).Select(a => a.Index).ToHashSet();
            if (places.Count > 0)
            {
                segments.Add((segment.Id, places));
            }
        }

        var changed = 0;
        foreach (var (segment, places) in segments)
        {
            changed += await StripAsync(db, segment, places, cancel) ? 1 : 0;
        }

        await EndAsync(db, [.. erased.Select(e => (e.ArticleId, e.Stamp))], cancel);
        return (erased.Count, changed);
    }

    /// <summary>Done twice after a crash, it finds nothing the second time.</summary>
    private static async Task<bool> StripAsync(LabelContext db, long segment, HashSet<int> places, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (first, end) = (segment << Postings.BucketBits, (segment + 1) << Postings.BucketBits);
        var changed = new List<(long Id, byte[] Data)>();
        await foreach (var bucket in db.ArchivePostings.AsNoTracking().Where(p => p.Id >= first && p.Id < end).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (Postings.Without(bucket.Data, places) is { } left)
            {
                changed.Add((bucket.Id, left));
            }
        }

        foreach (var (id, data) in changed)
        {
            await db.ArchivePostings.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Data, data), cancel);
        }

        await transaction.CommitAsync(cancel);
        return changed.Count > 0;
    }

    /// <summary>An article that was sent again meanwhile is now one of the tail like others.</summary>
    private static async Task EndAsync(LabelContext db, List<(long Id, long Stamp)> erased, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var (id, stamp) in erased)
        {
            var row = db.ArchiveTail.Where(t => t.ArticleId == id && t.Stamp == stamp);
            if (await row.Where(t => !db.Articles.Any(a => a.Id == t.ArticleId && a.Submitted != null)).ExecuteDeleteAsync(cancel) == 0)
            {
                await row.ExecuteUpdateAsync(set => set.SetProperty(t => t.Stamp, -1 - stamp), cancel);
            }
        }

        await transaction.CommitAsync(cancel);
    }
}
