using System.Collections.Immutable;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Audit;

/// <summary>
/// Follows the chain from its first row: each hash, each row's data, the checks that rows speak of, the end that the ledger keeps. Names the
/// first faults with what is wrong.
/// </summary>
public sealed class AuditVerifier
{
    private const int PageSize = 1000;
    private const int MostFaults = 20;
    private readonly IDbContextFactory<LabelContext> _contexts;

    internal AuditVerifier(IDbContextFactory<LabelContext> contexts) => _contexts = contexts;

    public Task<AuditVerdict> VerifyAsync(CancellationToken cancel) => VerifyAsync(null, cancel);

    /// <param name="head">A hash that was read earlier and kept elsewhere, in hex: the chain must still hold it. Null where none was.</param>
    public async Task<AuditVerdict> VerifyAsync(string? head, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);

        await using var moment = await StoreMoment.BeginAsync(db, cancel);
        var ledger = await db.Ledger.AsNoTracking().SingleAsync(cancel);
        var (faults, erased, allowed) = (new List<string>(), new List<long>(), new HashSet<long>());
        var (expected, hash, isHeld) = (1L, new byte[AuditChain.HashBytes], head is null);
        while (faults.Count < MostFaults)
        {
            var rows = await db.Audit.AsNoTracking().Where(a => a.Seq >= expected).OrderBy(a => a.Seq).Take(PageSize).ToListAsync(cancel);
            if (rows.Count == 0)
            {
                break;
            }

            foreach (var row in rows)
            {
                FollowChain(row, ref expected, ref hash, faults);
                isHeld = isHeld || Convert.ToHexStringLower(hash) == head;
                await ReadDataAsync(db, row, faults, erased, allowed, cancel);
            }
        }

        faults.AddRange(erased.Where(seq => !allowed.Contains(seq)).Select(seq => $"row {seq}: its data is gone, and no row tells of an erasure"));
        if (faults.Count < MostFaults && (ledger.AuditSeq != expected - 1 || !ledger.AuditHash.AsSpan().SequenceEqual(hash)))
        {
            faults.Add(ledger.AuditSeq > expected - 1
                ? $"rows {expected} to {ledger.AuditSeq} at the end are missing"
                : "the end of the chain is not the one that the ledger keeps: its last row was altered or added by another hand");
        }

        if (!isHeld && faults.Count < MostFaults)
        {
            faults.Add("the hash that was kept elsewhere is in no row: the chain was written anew");
        }

        return new AuditVerdict(expected - 1, Convert.ToHexStringLower(hash), erased.Count, [.. faults.Take(MostFaults)]);
    }

    private static void FollowChain(AuditRow row, ref long expected, ref byte[] hash, List<string> faults)
    {
        if (row.Seq != expected)
        {
            faults.Add(row.Seq == expected + 1 ? $"row {expected} is missing" : $"rows {expected} to {row.Seq - 1} are missing");
        }
        else if (!AuditChain.HashOf(hash, row).AsSpan().SequenceEqual(row.Hash))
        {
            faults.Add($"row {row.Seq} ({row.What}, {row.At:yyyy-MM-dd HH:mm:ss} UTC) was altered, or the row before it was exchanged");
        }

        (expected, hash) = (row.Seq + 1, row.Hash);
    }

    private static async Task ReadDataAsync(LabelContext db, AuditRow row, List<string> faults, List<long> erased, HashSet<long> allowed, CancellationToken cancel)
    {
        if (row.Data is null || row.Salt is null)
        {
            erased.Add(row.Seq);
            return;
        }

        byte[] json;
        try
        {
            json = PackedJson.Unpack(row.Data);
        }
        catch (InvalidDataException)
        {
            json = [];
        }

        if (!AuditChain.HashOfData(row.Salt, json).AsSpan().SequenceEqual(row.DataHash))
        {
            faults.Add($"row {row.Seq} ({row.What}): its data was altered");
            return;
        }

        if (row.What is AuditWhat.ChecksStored)
        {
            await CompareChecksAsync(db, row.Seq, AuditReading.Checks(json), faults, cancel);
        }
        else if (row.What is AuditWhat.AuditErased)
        {
            allowed.UnionWith(AuditReading.ErasedRows(json));
        }
    }

    private static async Task CompareChecksAsync(LabelContext db, long seq, ImmutableArray<string> lines, List<string> faults, CancellationToken cancel)
    {
        var ids = lines.Select(l => l[..l.IndexOf(' ')]).ToList();
        var stored = (await db.Checks.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Site, c.KeyId, c.ContentHash, c.Verdict, c.RulesetVersion, c.CreatedAt }).ToListAsync(cancel))
            .ToDictionary(c => c.Id, c => AuditData.CheckLine(c.Id, c.Site, c.KeyId, c.ContentHash, c.Verdict, c.RulesetVersion, c.CreatedAt.ToUnixTimeMilliseconds()), StringComparer.Ordinal);
        foreach (var (id, line) in ids.Zip(lines))
        {
            if (!stored.TryGetValue(id, out var found))
            {
                faults.Add($"check {id} of row {seq} is missing");
            }
            else if (found != line)
            {
                faults.Add($"check {id} of row {seq} was altered");
            }
        }
    }
}

/// <param name="Rows">How many rows the chain has.</param>
/// <param name="Head">The hash of its last row, in hex: kept elsewhere, it proves that the chain was not written anew.</param>
/// <param name="Erased">Rows whose data was erased.</param>
/// <param name="Faults">Empty where all is in order.</param>
public sealed record AuditVerdict(long Rows, string Head, int Erased, ImmutableArray<string> Faults);
