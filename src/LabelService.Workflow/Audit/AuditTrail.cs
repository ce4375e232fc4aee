using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Audit;

/// <summary>Reads the audit.</summary>
public sealed class AuditTrail
{
    public const int PageSize = 100;
    public static readonly ImmutableArray<string> Formats = ["jsonl", "csv"];
    private readonly IDbContextFactory<LabelContext> _contexts;

    internal AuditTrail(IDbContextFactory<LabelContext> contexts) => _contexts = contexts;

    /// <summary>A page, the newest first.</summary>
    /// <param name="before">Only rows before this number.</param>
    public async Task<ImmutableArray<AuditLine>> PageAsync(long? before, string? subject, string? what, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = db.Audit.AsNoTracking();
        rows = before is { } end ? rows.Where(a => a.Seq < end) : rows;
        rows = string.IsNullOrWhiteSpace(subject) ? rows : rows.Where(a => a.Subject == subject);
        rows = string.IsNullOrWhiteSpace(what) ? rows : rows.Where(a => a.What == what);
        return [.. (await rows.OrderByDescending(a => a.Seq).Take(PageSize).ToListAsync(cancel)).Select(Line)];
    }

    /// <summary>Writes all rows in order.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    public Task ExportAsync(string format, TextWriter output, CancellationToken cancel) =>
        format == "csv" ? AuditExport.CsvAsync(AllAsync(cancel), output) : AuditExport.LinesAsync(AllAsync(cancel), output);

    private async IAsyncEnumerable<AuditLine> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        await foreach (var row in db.Audit.AsNoTracking().OrderBy(a => a.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return Line(row);
        }
    }

    private static AuditLine Line(AuditRow row) => new(
        row.Seq, row.At, row.ActorKind, row.ActorId, row.ActorName, row.Site, row.What, row.Subject,
        row.Data is { } data ? Encoding.UTF8.GetString(PackedJson.Unpack(data)) : null, Convert.ToHexStringLower(row.Hash));
}

/// <param name="Data">JSON with <c>before</c> and <c>after</c>; null once erased.</param>
/// <param name="Hash">In hex.</param>
public sealed record AuditLine(long Seq, DateTimeOffset At, string ActorKind, string ActorId, string ActorName, string? Site, string What, string Subject, string? Data, string Hash);
