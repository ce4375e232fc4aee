using System.Globalization;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>Reads the index from words to articles, a segment at a time.</summary>
internal static class IndexVerifier
{
    /// <returns>How many segments there are, and the articles that a search can find: those that postings lead to, and those of the tail.</returns>
    public static async Task<(int Segments, SparseBits Indexed)> VerifyAsync(LabelContext db, FaultList faults, CancellationToken cancel)
    {
        var indexed = new SparseBits();
        await foreach (var id in db.ArchiveTail.AsNoTracking().Where(t => t.Stamp >= 0).Select(t => t.ArticleId).AsAsyncEnumerable().WithCancellation(cancel))
        {
            indexed.Add(id);
        }

        var segments = await db.ArchiveSegments.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
        foreach (var segment in segments)
        {
            try
            {
                await SegmentAsync(db, segment, indexed, cancel);
            }
            catch (InvalidDataException error)
            {
                faults.Add($"segment {segment}: {error.Message}");
            }
        }

        return (segments.Count, indexed);
    }

    /// <exception cref="InvalidDataException">The segment is damaged.</exception>
    private static async Task SegmentAsync(LabelContext db, long segment, SparseBits indexed, CancellationToken cancel)
    {
        var row = await db.ArchiveSegments.AsNoTracking().SingleAsync(s => s.Id == segment, cancel);
        var articles = PackedArticles.Unpack(row.Articles);
        if (articles.Length != row.Count)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"it lists {articles.Length} articles of {row.Count}"));
        }

        var met = new HashSet<int>();
        var (first, end) = (segment << Postings.BucketBits, (segment + 1) << Postings.BucketBits);
        await foreach (var bucket in db.ArchivePostings.AsNoTracking().Where(p => p.Id >= first && p.Id < end).AsAsyncEnumerable().WithCancellation(cancel))
        {
            met.UnionWith(Postings.ArticlesIn(bucket.Data));
        }

        if (met.Any(place => place >= articles.Length))
        {
            throw new InvalidDataException("its postings lead to articles that it does not list");
        }

        // Every article has some key; one without was erased.
        foreach (var place in PackedArticles.IsCurrent(row.Articles) ? met : Enumerable.Range(0, articles.Length))
        {
            indexed.Add(articles[place]);
        }
    }
}
