using System.Data;
using System.Data.Common;
using System.Globalization;
using LabelService.Engine.Candidates;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>Finds the stored articles that a change can touch. Those it does not find, the change cannot touch.</summary>
internal sealed class Candidates(IDbContextFactory<LabelContext> contexts)
{
    /// <param name="query">By <c>EntityWords</c> and <c>RuleWords</c>, joined by <see cref="WordQuery.Or"/>.</param>
    public async Task<CandidateSet> FindAsync(WordQuery query, CancellationToken cancel) =>
        query.IsAll ? CandidateSet.Everything : await FindAsync(query, 0, cancel);

    /// <summary>The same among what came later: the tail, and what was folded out of it since.</summary>
    /// <param name="segment">The last segment that is left out.</param>
    public async Task<CandidateSet> FindAsync(WordQuery query, long segment, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);

        // The tail first: what is folded meanwhile is then found twice, and never not at all.
        var found = new HashSet<long>();
        await foreach (var row in db.ArchiveTail.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.Keys is not { } keys || query.Matches(Varint.Keys(keys)))
            {
                found.Add(row.ArticleId);
            }
        }

        var search = new SegmentSearch(query);
        foreach (var id in await db.ArchiveSegments.AsNoTracking().Where(s => s.Id > segment).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel))
        {
            if (query.IsAll)
            {
                found.UnionWith(Varint.Numbers(await db.ArchiveSegments.Where(s => s.Id == id).Select(s => s.Articles).SingleAsync(cancel)));
            }
            else if (await search.FindAsync(buckets => ReadAsync(db, id, buckets, cancel)) is { } places)
            {
                var articles = Varint.Numbers(await db.ArchiveSegments.Where(s => s.Id == id).Select(s => s.Articles).SingleAsync(cancel));
                found.UnionWith(places.Select(place => articles[place]));
            }
        }

        long[] ids = [.. found];
        Array.Sort(ids);
        return new CandidateSet(false, ids);
    }

    private static async Task<List<(int Bucket, byte[] Data)>> ReadAsync(LabelContext db, long segment, IReadOnlyList<int> buckets, CancellationToken cancel)
    {
        var first = segment << Postings.BucketBits;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        if (buckets.Count > Postings.Buckets / 2)
        {
            command.CommandText = """SELECT "Id", "Data" FROM "archive_postings" WHERE "Id" >= @first AND "Id" < @end""";
            Bind(command, "first", first);
            Bind(command, "end", first + Postings.Buckets);
        }
        else
        {
            var ids = string.Join(',', buckets.Select(b => (first + b).ToString(CultureInfo.InvariantCulture)));
            command.CommandText = db.Database.IsSqlite()
                ? """SELECT "Id", "Data" FROM "archive_postings" WHERE "Id" IN (SELECT value FROM json_each(@ids))"""
                : """SELECT "Id", "Data" FROM "archive_postings" WHERE "Id" = ANY (@ids::bigint[])""";
            Bind(command, "ids", db.Database.IsSqlite() ? $"[{ids}]" : $"{{{ids}}}");
        }

        var rows = new List<(int, byte[])>(buckets.Count);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(((int)(reader.GetInt64(0) - first), reader.GetFieldValue<byte[]>(1)));
        }

        return rows;
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

/// <param name="IsAll">Every article may be touched; <paramref name="Ids"/> are then empty.</param>
/// <param name="Ids">Numbers of articles, ascending, each once. Some may have been erased.</param>
internal sealed record CandidateSet(bool IsAll, long[] Ids)
{
    public static readonly CandidateSet Everything = new(true, []);
}
