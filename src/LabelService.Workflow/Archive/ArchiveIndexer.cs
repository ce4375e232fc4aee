using LabelService.Engine.Candidates;
using LabelService.Engine.Reading;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Sweeps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Archive;

/// <summary>
/// Brings what checks leave in the tail into the index: first each article's keys, then, when there are enough for a segment, a segment. What
/// an article was before stays in its old segment and does no harm: it is a candidate too often. Of what was erased nothing stays.
/// </summary>
internal sealed partial class ArchiveIndexer(IDbContextFactory<LabelContext> contexts, ErasedPostings erased, LiveChecks live, TimeProvider time, ILogger<ArchiveIndexer> log)
    : TickingWorker(TimeSpan.FromSeconds(2), time)
{
    /// <summary>Few, since checks that come meanwhile wait for each page to be written.</summary>
    private const int PageSize = 64;

    /// <summary>While checks come, so many times as long as it worked.</summary>
    private const int RestsFor = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>So a segment is written anew once for all that are erased in this time.</summary>
    private static readonly TimeSpan TidyEvery = TimeSpan.FromMinutes(1);

    /// <summary>Rows of the tail that have keys, as far as this node knows; null where it must look.</summary>
    private int? _ready;

    private DateTimeOffset _tidied = DateTimeOffset.MinValue;

    /// <param name="always">Whether a few are folded, too, and not left until there are more.</param>
    /// <returns>How many articles were read or folded; 0 where there is nothing to do, or another node does it.</returns>
    public async Task<int> StepAsync(bool always, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var turn = await IndexTurn.TakeAsync(db, waits: always, cancel);
        if (turn is null)
        {
            return 0;
        }

        // Folded before more is read: each search goes through the tail row by row.
        _ready ??= await db.ArchiveTail.CountAsync(t => t.Keys != null, cancel);
        if (_ready >= Postings.MostArticles && await FoldAsync(db, Postings.MostArticles, cancel) is > 0 and var folded)
        {
            return folded;
        }

        return await ReadAsync(db, cancel) is > 0 and var read ? read : always ? await FoldAsync(db, 1, cancel) : 0;
    }

    /// <summary>Takes out of the index what was erased, and what another version of the service has put into it: that is read again.</summary>
    /// <param name="waits">Whether to wait for another node that works on the index; else it is left to that one.</param>
    /// <returns>How many segments are to be read again.</returns>
    public async Task<int> TidyAsync(bool waits, CancellationToken cancel)
    {
        await erased.RemoveAsync(waits, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var turn = await IndexTurn.TakeAsync(db, waits, cancel);
        return turn is null ? 0 : await OutdatedSegments.UnfoldAsync(db, cancel);
    }

    /// <summary>The keys of a stored article; of one that cannot be read, that it is odd.</summary>
    public static uint[] KeysOf(byte[] submitted)
    {
        try
        {
            var read = CheckRequestReader.Read(PackedJson.Unpack(submitted));
            return read.IsRefused ? [WordQuery.Odd] : ArticleWords.Of(ArticleReader.Read(read.Value));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // One article that is damaged, or on which the engine stumbles, must not keep all others out.
            return [WordQuery.Odd];
        }
    }

    protected override async Task TickAsync(CancellationToken cancel)
    {
        if (Time.GetUtcNow() - _tidied >= TidyEvery)
        {
            await TidyAsync(waits: false, cancel);
            _tidied = Time.GetUtcNow();
        }

        _ready = null;
        for (var since = Time.GetTimestamp(); await StepAsync(always: false, cancel) > 0; since = Time.GetTimestamp())
        {
            // Live checks go first: what waits in the tail is found all the same.
            await live.GiveWayAsync(RestsFor * Time.GetElapsedTime(since), cancel);
            await Task.Delay(Pause, Time, cancel);
        }
    }

    protected override void Tell(Exception error) => IndexingFailed(error);

    private async Task<int> ReadAsync(LabelContext db, CancellationToken cancel)
    {
        var unread = await db.ArchiveTail.AsNoTracking().Where(t => t.Keys == null && t.Stamp >= 0).OrderBy(t => t.ArticleId).Take(PageSize)
            .Select(t => new { t.ArticleId, t.Stamp }).ToListAsync(cancel);
        if (unread.Count > 0)
        {
            // Asked apart: in one query PostgreSQL may read all articles for these few. An article that changes in between has another stamp.
            long[] ids = [.. unread.Select(u => u.ArticleId)];
            var stored = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Submitted }).ToDictionaryAsync(a => a.Id, a => a.Submitted, cancel);
            _ready += await KeepKeysAsync(db, [.. unread.Select(u => (u.ArticleId, u.Stamp, stored.GetValueOrDefault(u.ArticleId) is { } body ? PackedKeys.Pack(KeysOf(body)) : null))], cancel);
        }

        return unread.Count;
    }

    /// <summary>An article whose text is gone was erased; of one that changed meanwhile what was read of it is not kept.</summary>
    private static async Task<int> KeepKeysAsync(LabelContext db, List<(long Id, long Stamp, byte[]? Keys)> read, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var kept = 0;
        if (db.IsShared)
        {
            kept = await KeepAtOnceAsync(db, [.. read.Where(r => r.Keys is not null)], cancel);
            read.RemoveAll(r => r.Keys is not null);
        }

        foreach (var (id, stamp, keys) in read)
        {
            var row = db.ArchiveTail.Where(t => t.ArticleId == id && t.Stamp == stamp);
            kept += await (keys is null
                ? row.ExecuteUpdateAsync(set => set.SetProperty(t => t.Stamp, -1 - stamp), cancel)
                : row.ExecuteUpdateAsync(set => set.SetProperty(t => t.Keys, keys), cancel));
        }

        await transaction.CommitAsync(cancel);
        return kept;
    }

    /// <summary>In one statement: rows that checks want as well are locked no longer than that takes.</summary>
    private static Task<int> KeepAtOnceAsync(LabelContext db, List<(long Id, long Stamp, byte[]? Keys)> read, CancellationToken cancel)
    {
        var (ids, stamps, keys) = (read.Select(r => r.Id).ToArray(), read.Select(r => r.Stamp).ToArray(), read.Select(r => r.Keys!).ToArray());
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "archive_tail" AS tail SET "Keys" = made.keys FROM unnest({ids}, {stamps}, {keys}) AS made (id, stamp, keys)
            WHERE tail."ArticleId" = made.id AND tail."Stamp" = made.stamp
            """,
            cancel);
    }

    private async Task<int> FoldAsync(LabelContext db, int fewest, CancellationToken cancel)
    {
        _ready = null;
        return await TailFolder.FoldAsync(db, fewest, cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stored articles could not be brought into the index; until they are, every change looks at them again. It is tried every two seconds")]
    private partial void IndexingFailed(Exception error);
}
