using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>Segments whose keys another version of the service gathered: their articles go back into the tail to be read again.</summary>
internal static class OutdatedSegments
{
    /// <summary>How many at once: until they are read again, their articles are in the tail, through which every search goes.</summary>
    private const int AtOnce = 4;

    /// <returns>How many segments went.</returns>
    public static async Task<int> UnfoldAsync(LabelContext db, CancellationToken cancel)
    {
        var outdated = new List<long>();
        await foreach (var (id, head) in SegmentHeads.After(db, 0).WithCancellation(cancel))
        {
            if (!PackedArticles.IsCurrent(head) && outdated.Count < AtOnce)
            {
                outdated.Add(id);
            }
        }

        foreach (var segment in outdated)
        {
            await DropAsync(db, segment, cancel);
        }

        return outdated.Count;
    }

    /// <summary>Puts the articles of a segment into the tail and deletes it, both or neither.</summary>
    public static async Task DropAsync(LabelContext db, long segment, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var packed = await db.ArchiveSegments.Where(s => s.Id == segment).Select(s => s.Articles).SingleOrDefaultAsync(cancel);
        if (packed is not null)
        {
            await Tail.AddAsync(db, PackedArticles.Unpack(packed), cancel);
            var (first, end) = (segment << Postings.BucketBits, (segment + 1) << Postings.BucketBits);
            await db.ArchivePostings.Where(p => p.Id >= first && p.Id < end).ExecuteDeleteAsync(cancel);
            await db.ArchiveSegments.Where(s => s.Id == segment).ExecuteDeleteAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }
}
