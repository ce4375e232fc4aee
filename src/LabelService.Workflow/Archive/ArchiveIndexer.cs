using LabelService.Engine.Candidates;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Archive;

/// <summary>
/// Brings what checks leave in the tail into the index: first each article's keys, then, when there are enough for a segment, a segment. What
/// an article was before stays in its old segment and does no harm: it is a candidate too often.
/// </summary>
internal sealed partial class ArchiveIndexer(IDbContextFactory<LabelContext> contexts, TimeProvider time, ILogger<ArchiveIndexer> log)
    : TickingWorker(TimeSpan.FromSeconds(2), time)
{
    /// <summary>Few, since checks that come meanwhile wait for each page to be written.</summary>
    private const int PageSize = 64;

    /// <summary>Of nodes that fold, one does it at a time.</summary>
    private const long FoldLock = PostgresSql.MigrateLock + 1;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <param name="always">Whether a few are folded, too, and not left until there are more.</param>
    /// <returns>How many articles were read or folded; 0 where there is nothing to do.</returns>
    public async Task<int> StepAsync(bool always, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var unread = await db.ArchiveTail.AsNoTracking().Where(t => t.Keys == null).OrderBy(t => t.ArticleId).Take(PageSize)
            .GroupJoin(db.Articles.AsNoTracking(), t => t.ArticleId, a => a.Id, (t, a) => new { Tail = t, Articles = a })
            .SelectMany(x => x.Articles.DefaultIfEmpty(), (x, a) => new { x.Tail.ArticleId, x.Tail.Stamp, Submitted = a == null ? null : a.Submitted })
            .ToListAsync(cancel);
        if (unread.Count > 0)
        {
            await KeepKeysAsync(db, [.. unread.Select(u => (u.ArticleId, u.Stamp, u.Submitted is null ? null : Varint.Pack(KeysOf(u.Submitted))))], cancel);
            return unread.Count;
        }

        return await FoldAsync(db, always, cancel);
    }

    /// <summary>The keys of a stored article; of one that cannot be read, that it is odd.</summary>
    public static uint[] KeysOf(byte[] submitted)
    {
        try
        {
            var read = CheckRequestReader.Read(PackedJson.Unpack(submitted));
            return read.IsRefused ? [WordQuery.Odd] : ArticleWords.Of(ArticleReader.Read(read.Value));
        }
        catch (Exception error) when (error is CheckRefusedException or InvalidDataException)
        {
            return [WordQuery.Odd];
        }
    }

    protected override async Task TickAsync(CancellationToken cancel)
    {
        while (await StepAsync(always: false, cancel) > 0)
        {
            // Live checks go first.
            await Task.Delay(Pause, Time, cancel);
        }
    }

    protected override void Tell(Exception error) => IndexingFailed(error);

    /// <summary>Of an article that is gone nothing is kept; of one that changed meanwhile what was read of it is not.</summary>
    private static async Task KeepKeysAsync(LabelContext db, List<(long Id, long Stamp, byte[]? Keys)> read, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var (id, stamp, keys) in read)
        {
            var row = db.ArchiveTail.Where(t => t.ArticleId == id && t.Stamp == stamp);
            await (keys is null ? row.ExecuteDeleteAsync(cancel) : row.ExecuteUpdateAsync(set => set.SetProperty(t => t.Keys, keys), cancel));
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task<int> FoldAsync(LabelContext db, bool always, CancellationToken cancel)
    {
        var ready = db.ArchiveTail.Where(t => t.Keys != null);
        var waiting = await ready.CountAsync(cancel);
        if (waiting == 0 || (!always && waiting < Postings.MostArticles))
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.IsShared)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({FoldLock})", cancel);
        }

        var rows = await (db.IsShared
            ? db.ArchiveTail.FromSql($"""SELECT * FROM "archive_tail" WHERE "Keys" IS NOT NULL ORDER BY "ArticleId" LIMIT {Postings.MostArticles} FOR UPDATE""")
            : ready.OrderBy(t => t.ArticleId).Take(Postings.MostArticles)).AsNoTracking().ToListAsync(cancel);
        var (articles, size) = (new List<uint[]>(), 0);
        foreach (var row in rows)
        {
            articles.Add(Varint.Keys(row.Keys!));
            if ((size += articles[^1].Length) > Postings.MostKeys)
            {
                break;
            }
        }

        if (articles.Count > 0)
        {
            long[] ids = [.. rows.Take(articles.Count).Select(r => r.ArticleId)];
            await AddAsync(db, ids, articles, cancel);
            await db.ArchiveTail.Where(t => ids.Contains(t.ArticleId)).ExecuteDeleteAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return articles.Count;
    }

    private static async Task AddAsync(LabelContext db, long[] ids, List<uint[]> articles, CancellationToken cancel)
    {
        var segment = new SegmentRow { Count = ids.Length, Articles = Varint.Pack(ids) };
        db.ArchiveSegments.Add(segment);
        await db.SaveChangesAsync(cancel);
        db.ArchivePostings.AddRange(Postings.Build(articles).Select(b => new PostingsRow { Id = (segment.Id << Postings.BucketBits) + b.Bucket, Data = b.Data }));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stored articles could not be brought into the index; until they are, every change looks at them again. It is tried every two seconds")]
    private partial void IndexingFailed(Exception error);
}
