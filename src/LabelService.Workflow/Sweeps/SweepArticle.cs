using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Sweeps;

/// <summary>What a sweep reads of a stored article.</summary>
/// <param name="HasDesk">Somebody has decided something of it, or is asked to: that must be looked at whatever the labels are.</param>
internal sealed record SweepArticle(long Id, string Site, string? ExternalId, string? Url, byte[] Submitted, string? LabelsHash)
{
    public bool HasDesk { get; init; }
}

/// <summary>The articles of one part, some at a time.</summary>
internal sealed class PartArticles(SweepRow sweep, SweepPartRow part)
{
    private readonly long[]? _ids = part.Ids is { } packed ? Archive.Varint.Numbers(packed) : null;

    /// <summary>The next numbers that may be articles; where a range is swept, only those there are.</summary>
    /// <returns>The articles, erased ones and those of other sites left out, and the last number that they stand for: the part's last at its end.</returns>
    public async Task<(List<SweepArticle> Articles, long Last)> ReadAsync(LabelContext db, long after, int most, CancellationToken cancel)
    {
        var (rows, last) = Next(db, after, most);
        if (sweep.Site is { } site)
        {
            rows = rows.Where(a => a.Site == site);
        }

        var articles = await rows.Where(a => a.Submitted != null).OrderBy(a => a.Id)
            .Select(a => new SweepArticle(a.Id, a.Site, a.ExternalId, a.Url, a.Submitted!, a.LabelsHash)).ToListAsync(cancel);
        return (articles, last ?? (articles.Count < most ? part.Last : articles[^1].Id));
    }

    /// <summary>The next numbers of a part that is given by numbers.</summary>
    public long[] Ids(long after, int most) => [.. _ids!.Where(id => id > after).Take(most)];

    private (IQueryable<Articles.ArticleRow> Rows, long? Last) Next(LabelContext db, long after, int most)
    {
        var rows = db.Articles.AsNoTracking();
        if (_ids is null)
        {
            var (from, end) = (Math.Max(after, part.First - 1), part.Last);
            return (rows.Where(a => a.Id > from && a.Id <= end && a.Submitted != null).OrderBy(a => a.Id).Take(most), null);
        }

        var some = Ids(after, most);
        return (rows.Where(a => some.Contains(a.Id)), some.Length < most ? part.Last : some[^1]);
    }
}
