using System.Collections.Immutable;
using System.Globalization;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Audit;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Storage;

/// <summary>
/// Reads everything that is stored, row by row: whether the file is whole, every packed text can be unpacked, every article is in the index,
/// and the audit's chain holds. All of one moment, whatever is written meanwhile.
/// </summary>
internal sealed class StoreVerifier(IDbContextFactory<LabelContext> contexts, AuditVerifier audit)
{
    public async Task<StoreVerdict> VerifyAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Database.SetCommandTimeout(0);
        var faults = new FaultList();
        if (db.Database.IsSqlite())
        {
            var said = await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check(20)").ToListAsync(cancel);
            said.Where(line => line != "ok").ToList().ForEach(line => faults.Add($"file: {line}"));
        }

        var (articles, erased, checks, segments) = (0L, 0L, 0L, 0);
        await using (await StoreMoment.BeginAsync(db, cancel))
        {
            (segments, var indexed) = await IndexVerifier.VerifyAsync(db, faults, cancel);
            (articles, erased) = await ArticlesAsync(db, indexed, faults, cancel);
            checks = await ChecksAsync(db, faults, cancel);
        }

        var chain = await audit.VerifyAsync(null, cancel);
        chain.Faults.ToList().ForEach(f => faults.Add($"audit: {f}"));
        return new StoreVerdict(faults.Named,
        [
            string.Create(CultureInfo.InvariantCulture, $"{articles} articles, {erased} of them erased; {checks} checks; {segments} segments of the index; {chain.Rows} rows of the audit"),
            faults.Count == 0 ? "all in order" : string.Create(CultureInfo.InvariantCulture, $"{faults.Count} faults"),
        ]);
    }

    private static async Task<(long Articles, long Erased)> ArticlesAsync(LabelContext db, SparseBits indexed, FaultList faults, CancellationToken cancel)
    {
        var (count, erased) = (0L, 0L);
        await foreach (var row in db.Articles.AsNoTracking().Select(a => new { a.Id, a.Submitted }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (row.Submitted is null)
            {
                erased++;
                continue;
            }

            Unpack(row.Submitted, $"article {row.Id}", faults);
            if (!indexed.Contains(row.Id))
            {
                faults.Add($"article {row.Id}: not in the index; 'labels archive index --again' brings all articles into it");
            }
        }

        return (count, erased);
    }

    private static async Task<long> ChecksAsync(LabelContext db, FaultList faults, CancellationToken cancel)
    {
        long count = 0;
        await foreach (var row in db.Checks.AsNoTracking().Select(c => new { c.Id, c.Report }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            Unpack(row.Report, $"check {row.Id}", faults);
        }

        return count;
    }

    private static void Unpack(byte[] packed, string what, FaultList faults)
    {
        try
        {
            if (PackedJson.Unpack(packed) is not [(byte)'{', ..])
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
