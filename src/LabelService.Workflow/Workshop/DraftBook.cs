using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Workshop;

/// <summary>One change of a draft with the event that records it, in one transaction; refused where somebody was quicker.</summary>
internal sealed class DraftBook(IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    public Task<LabelContext> OpenAsync(CancellationToken cancel) => contexts.CreateDbContextAsync(cancel);

    public async Task<DraftRow?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        return await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel);
    }

    /// <param name="revision">The revision that the person saw.</param>
    /// <param name="change">Changes the row, or says why not.</param>
    public async Task<Answer<DraftRow>> ChangeAsync(
        string id, int revision, Actor by, WorkshopEvent what, string? note, Func<DraftRow, LabelContext, Task<Refusal?>> change, CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        await using var transaction = await db.BeginAloneAsync(cancel);
        if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return WorkshopRefusals.Unknown;
        }

        if (draft.Revision != revision)
        {
            return WorkshopRefusals.Stale(draft.ChangedByName);
        }

        var files = draft.Files;
        if (await change(draft, db) is { } refused)
        {
            return refused;
        }

        draft.Revision++;
        draft.ChangedAt = time.GetUtcNow();
        (draft.ChangedBy, draft.ChangedByName) = (by.Id, by.Name);
        db.WorkshopEvents.Add(Event(draft, by, what, note, ReferenceEquals(files, draft.Files) ? null : draft.Files));
        try
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return WorkshopRefusals.Stale("Somebody");
        }

        return draft;
    }

    public async Task<DraftRow> AddAsync(PackFiles files, string baseHash, Actor by, string? note, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var draft = new DraftRow
        {
            Id = RandomId.Next("drf", now),
            Pack = files.Pack,
            State = Kebab<DraftState>.Word(DraftState.Draft),
            Files = PackedFiles.Pack(files),
            BaseHash = baseHash,
            ChangedAt = now,
            ChangedBy = by.Id,
            ChangedByName = by.Name,
        };
        await using var db = await OpenAsync(cancel);
        db.Drafts.Add(draft);
        db.WorkshopEvents.Add(Event(draft, by, WorkshopEvent.Begun, note, draft.Files));
        await db.SaveChangesAsync(cancel);
        return draft;
    }

    public WorkshopEventRow Event(DraftRow draft, Actor by, WorkshopEvent what, string? note, byte[]? files) => new()
    {
        Pack = draft.Pack,
        DraftId = draft.Id,
        What = Kebab<WorkshopEvent>.Word(what),
        ById = by.Id,
        ByName = by.Name,
        At = time.GetUtcNow(),
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
        Files = files,
    };
}
