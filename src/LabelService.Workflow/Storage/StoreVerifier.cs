using System.Collections.Immutable;
using System.Globalization;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Audit;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Storage;

/// <summary>Reads everything that is stored: whether the file is whole, every packed text can be unpacked, every article is in the index, and the audit's chain holds.</summary>
internal sealed class StoreVerifier(IDbContextFactory<LabelContext> contexts, AuditVerifier audit)
{
    private const int PageSize = 500;

    /// <summary>Damaged rows that are named; a store with more is not mended row by row.</summary>
    private const int MostNamed = 100;

    public async Task<StoreVerdict> VerifyAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var faults = new List<string>();
        if (db.Database.IsSqlite())
        {
            var said = await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check(20)").ToListAsync(cancel);
            faults.AddRange(said.Where(line => line != "ok").Select(line => $"file: {line}"));
        }

        var (articles, erased) = await ArticlesAsync(db, faults, cancel);
        var checks = await ChecksAsync(db, faults, cancel);
        var segments = await SegmentsAsync(db, articles, faults, cancel);
        var chain = await audit.VerifyAsync(null, cancel);
        faults.AddRange(chain.Faults.Select(f => $"audit: {f}"));
        return new StoreVerdict([.. faults.Take(MostNamed)],
        [
            string.Create(CultureInfo.InvariantCulture, $"{articles.Count} articles, {erased} of them erased; {checks} checks; {segments} segments of the index; {chain.Rows} rows of the audit"),
            faults.Count == 0 ? "all in order" : string.Create(CultureInfo.InvariantCulture, $"{faults.Count} faults"),
        ]);
    }

    /// <returns>The articles by number, with whether their text is there.</returns>
    private static async Task<(Dictionary<long, bool> Articles, int Erased)> ArticlesAsync(LabelContext db, List<string> faults, CancellationToken cancel)
    {
        var articles = new Dictionary<long, bool>();
        for (long last = 0; ;)
        {
            var from = last;
            var page = await db.Articles.AsNoTracking().Where(a => a.Id > from).OrderBy(a => a.Id).Take(PageSize).Select(a => new { a.Id, a.Submitted }).ToListAsync(cancel);
            foreach (var row in page)
            {
                articles.Add(row.Id, row.Submitted is not null);
                Unpack(row.Submitted, $"article {row.Id}", faults);
            }

            if (page.Count < PageSize)
            {
                return (articles, articles.Count(a => !a.Value));
            }

            last = page[^1].Id;
        }
    }

    private static async Task<long> ChecksAsync(LabelContext db, List<string> faults, CancellationToken cancel)
    {
        long count = 0;
        for (var last = ""; ;)
        {
            var from = last;
            var page = await db.Checks.AsNoTracking().Where(c => string.Compare(c.Id, from) > 0).OrderBy(c => c.Id).Take(PageSize).Select(c => new { c.Id, c.Report }).ToListAsync(cancel);
            page.ForEach(row => Unpack(row.Report, $"check {row.Id}", faults));
            count += page.Count;
            if (page.Count < PageSize)
            {
                return count;
            }

            last = page[^1].Id;
        }
    }

    private static async Task<int> SegmentsAsync(LabelContext db, Dictionary<long, bool> articles, List<string> faults, CancellationToken cancel)
    {
        var indexed = (await db.ArchiveTail.AsNoTracking().Select(t => t.ArticleId).ToListAsync(cancel)).ToHashSet();
        var segments = await db.ArchiveSegments.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancel);
        foreach (var segment in segments)
        {
            try
            {
                indexed.UnionWith(Varint.Numbers(segment.Articles));
                await ReadAsync(db, segment, faults, cancel);
            }
            catch (InvalidDataException error)
            {
                faults.Add($"segment {segment.Id}: {error.Message}");
            }
        }

        faults.AddRange(articles.Where(a => a.Value && !indexed.Contains(a.Key)).Select(a => $"article {a.Key}: not in the index; 'labels archive index' cannot know of it"));
        return segments.Count;
    }

    private static async Task ReadAsync(LabelContext db, SegmentRow segment, List<string> faults, CancellationToken cancel)
    {
        var (first, end) = (segment.Id << Postings.BucketBits, (segment.Id + 1) << Postings.BucketBits);
        var met = new HashSet<int>();
        foreach (var bucket in await db.ArchivePostings.AsNoTracking().Where(p => p.Id >= first && p.Id < end).ToListAsync(cancel))
        {
            met.UnionWith(Postings.ArticlesIn(bucket.Data));
        }

        if (met.Count != segment.Count || met.Any(place => place >= segment.Count))
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"segment {segment.Id}: its postings lead to {met.Count} articles of {segment.Count}"));
        }
    }

    private static void Unpack(byte[]? packed, string what, List<string> faults)
    {
        try
        {
            if (packed is not null && PackedJson.Unpack(packed) is not [(byte)'{', ..])
            {
                faults.Add($"{what}: is no JSON");
            }
        }
        catch (InvalidDataException error)
        {
            faults.Add($"{what}: {error.Message}");
        }
    }
}

/// <param name="Faults">What is damaged, a line each; empty where all is in order.</param>
internal sealed record StoreVerdict(ImmutableArray<string> Faults, ImmutableArray<string> Counts);
