using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>The segments without the lists of their articles, of which an archive has megabytes.</summary>
internal static class SegmentHeads
{
    /// <returns>Their numbers, ascending, with as much of their articles as tells the version.</returns>
    public static async IAsyncEnumerable<(long Id, byte[] Head)> After(LabelContext db, long segment)
    {
        var heads = db.Database.SqlQuery<SegmentHead>($"""SELECT "Id", substr("Articles", 1, {PackedArticles.Head}) AS "Head" FROM "archive_segments" WHERE "Id" > {segment} ORDER BY "Id" """);
        await foreach (var row in heads.AsAsyncEnumerable())
        {
            yield return (row.Id, row.Head);
        }
    }

    private sealed record SegmentHead(long Id, byte[] Head);
}
