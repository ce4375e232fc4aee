using LabelService.Engine.Candidates;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>Finds the stored articles that a change can touch. Those it does not find, the change cannot touch.</summary>
internal sealed class Candidates(IDbContextFactory<LabelContext> contexts)
{
    /// <summary>Segments that are searched at once: so many fewer trips to the store, and so many buckets in memory.</summary>
    private const int AtOnce = 16;

    /// <param name="query">By <c>EntityWords</c> and <c>RuleWords</c>, joined by <see cref="WordQuery.Or"/>.</param>
    public async Task<CandidateSet> FindAsync(WordQuery query, CancellationToken cancel) =>
        query.IsAll ? CandidateSet.Everything : await FindAsync(query, 0, cancel);

    /// <summary>The same among what came later: the tail, and what was folded out of it since.</summary>
    /// <param name="segment">The last segment that is left out.</param>
    public async Task<CandidateSet> FindAsync(WordQuery query, long segment, CancellationToken cancel)
    {
        // What moves from the tail into a segment or back meanwhile is found where it was.
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var moment = await StoreMoment.BeginAsync(db, cancel);
        var found = new HashSet<long>();
        await foreach (var row in db.ArchiveTail.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Keys is not { } packed || PackedKeys.Unpack(packed) is not { } keys || query.Matches(keys))
            {
                found.Add(row.ArticleId);
            }
        }

        var (current, outdated) = await SegmentsAsync(db, segment, cancel);
        foreach (var other in query.IsAll ? current.Concat(outdated) : outdated)
        {
            found.UnionWith(await ArticlesAsync(db, other, cancel));
        }

        var (search, buckets) = (new SegmentSearch(query), new BucketReader(db));
        foreach (var segments in query.IsAll ? [] : current.Chunk(AtOnce))
        {
            foreach (var (other, places) in await search.FindAsync(segments, buckets, cancel))
            {
                var articles = await ArticlesAsync(db, other, cancel);
                found.UnionWith(places.Select(place => articles[place]));
            }
        }

        long[] ids = [.. found];
        Array.Sort(ids);
        return new CandidateSet(false, ids);
    }

    private static async Task<(List<long> Current, List<long> Outdated)> SegmentsAsync(LabelContext db, long after, CancellationToken cancel)
    {
        var (current, outdated) = (new List<long>(), new List<long>());
        await foreach (var (id, head) in SegmentHeads.After(db, after).WithCancellation(cancel))
        {
            (PackedArticles.IsCurrent(head) ? current : outdated).Add(id);
        }

        return (current, outdated);
    }

    private static async Task<long[]> ArticlesAsync(LabelContext db, long segment, CancellationToken cancel) =>
        PackedArticles.Unpack(await db.ArchiveSegments.Where(s => s.Id == segment).Select(s => s.Articles).SingleAsync(cancel));
}

/// <param name="IsAll">Every article may be touched; <paramref name="Ids"/> are then empty.</param>
/// <param name="Ids">Numbers of articles, ascending, each once. Some may have been erased.</param>
internal sealed record CandidateSet(bool IsAll, long[] Ids)
{
    public static readonly CandidateSet Everything = new(true, []);
}
