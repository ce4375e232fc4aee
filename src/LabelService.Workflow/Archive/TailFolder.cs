using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>Makes a segment of articles of the tail that were read.</summary>
internal static class TailFolder
{
    /// <param name="fewest">Fewer articles than so many are left, unless they have the keys of a full segment.</param>
    /// <returns>How many are in the new segment.</returns>
    public static async Task<int> FoldAsync(LabelContext db, int fewest, CancellationToken cancel)
    {
        // Rows that are locked here and change meanwhile come into the tail anew when this is over.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (ids, articles, size, outdated) = (new List<long>(), new List<uint[]>(), 0, new List<long>());
        await foreach (var row in Ready(db).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (PackedKeys.Unpack(row.Keys!) is not { } keys)
            {
                outdated.Add(row.ArticleId);
                continue;
            }

            ids.Add(row.ArticleId);
            articles.Add(keys);
            if ((size += keys.Length) >= Postings.MostKeys)
            {
                break;
            }
        }

        if (outdated.Count > 0)
        {
            await db.ArchiveTail.Where(t => outdated.Contains(t.ArticleId)).ExecuteUpdateAsync(set => set.SetProperty(t => t.Keys, (byte[]?)null), cancel);
        }

        var isFull = ids.Count >= fewest || size >= Postings.MostKeys;
        if (isFull)
        {
            await AddAsync(db, [.. ids], articles, cancel);
            await db.ArchiveTail.Where(t => ids.Contains(t.ArticleId)).ExecuteDeleteAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return isFull ? ids.Count : 0;
    }

    private static IQueryable<TailRow> Ready(LabelContext db) => (db.IsShared
        ? db.ArchiveTail.FromSql($"""SELECT * FROM "archive_tail" WHERE "Keys" IS NOT NULL ORDER BY "ArticleId" LIMIT {Postings.MostArticles} FOR UPDATE""")
        : db.ArchiveTail.Where(t => t.Keys != null).OrderBy(t => t.ArticleId).Take(Postings.MostArticles)).AsNoTracking();

    private static async Task AddAsync(LabelContext db, long[] ids, List<uint[]> articles, CancellationToken cancel)
    {
        if (db.IsShared)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({IndexTurn.SegmentLock})", cancel);
        }

        var segment = new SegmentRow { Count = ids.Length, Articles = PackedArticles.Pack(ids) };
        db.ArchiveSegments.Add(segment);
        await db.SaveChangesAsync(cancel);
        db.ArchivePostings.AddRange(Postings.Build(articles).Select(b => new PostingsRow { Id = (segment.Id << Postings.BucketBits) + b.Bucket, Data = b.Data }));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
