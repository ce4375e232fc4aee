using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Workshop;

/// <summary>What happened to a pack, the newest first, with what each save changed.</summary>
internal sealed class WorkshopHistory(DraftBook book)
{
    private const int MostShown = 100;

    /// <param name="draft">Only this draft's; null for all of the pack.</param>
    public async Task<ImmutableArray<HistoryLine>> OfAsync(string pack, string? draft, CancellationToken cancel)
    {
        await using var db = await book.OpenAsync(cancel);
        var rows = await db.WorkshopEvents.AsNoTracking().Where(e => e.Pack == pack && (draft == null || e.DraftId == draft))
            .OrderByDescending(e => e.Id).Take(MostShown).ToListAsync(cancel);
        return [.. rows.Select((row, i) => Line(row, rows.Skip(i + 1).FirstOrDefault(r => r.DraftId == row.DraftId && r.Files is not null)))];
    }

    private static HistoryLine Line(WorkshopEventRow row, WorkshopEventRow? before) => new(
        row.Id, row.DraftId, Kebab<WorkshopEvent>.TryParse(row.What, out var what) ? what : WorkshopEvent.Saved, row.ByName, row.At, row.Note,
        row.Files is { } files ? FileDifferences.Of(before?.Files is { } old ? PackedFiles.Unpack(row.Pack, old) : null, PackedFiles.Unpack(row.Pack, files)) : []);
}

/// <param name="Changes">File by file, where files changed.</param>
internal sealed record HistoryLine(
    long Id, string DraftId, WorkshopEvent What, string ByName, DateTimeOffset At, string? Note, ImmutableArray<FileDifference> Changes);
