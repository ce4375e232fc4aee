using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Rulesets;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Workshop;

/// <summary>What an author does alone: begin, write, give up.</summary>
internal sealed class DraftService(DraftBook book, RulesetHolder rulesets)
{
    private const int MostShown = 200;

    public async Task<ImmutableArray<DraftRow>> ListAsync(CancellationToken cancel)
    {
        await using var db = await book.OpenAsync(cancel);
        var closed = Kebab<DraftState>.Word(DraftState.Closed);
        return [.. await db.Drafts.AsNoTracking().Where(d => d.State != closed).OrderByDescending(d => d.ChangedAt).Take(MostShown).ToListAsync(cancel)];
    }

    public Task<DraftRow?> FindAsync(string id, CancellationToken cancel) => book.FindAsync(id, cancel);

    /// <summary>A change of a pack in force, from its files as they are.</summary>
    public async Task<Answer<DraftRow>> ChangePackAsync(string pack, Actor by, CancellationToken cancel) =>
        PackFiles.In(rulesets.Files, pack) is { } files
            ? await book.AddAsync(files, PackHash.Of(files), by, null, cancel)
            : Refusal.NotFound("There is no such pack in force.");

    /// <summary>A new pack, from a sketch that an author fills in.</summary>
    public async Task<Answer<DraftRow>> NewPackAsync(string pack, string language, Actor by, CancellationToken cancel)
    {
        if (!PackFiles.IsName(pack) || pack.Length > 60)
        {
            return Refusal.Invalid("name", $"'{(pack.Length > 60 ? pack[..60] + "…" : pack)}' is no name of a pack; write lower-case Latin letters, digits and hyphens, such as our-house-style.");
        }

        return PackFiles.In(rulesets.Files, pack) is null
            ? await book.AddAsync(PackSketch.Of(pack, language), "", by, null, cancel)
            : new Refusal(RefusalKind.Conflict, "pack-exists", $"The pack '{pack}' is there already; change it instead, or choose another name.");
    }

    /// <param name="rebase">The author has taken over what changed in the pack in force since the draft was begun.</param>
    public Task<Answer<DraftRow>> SaveAsync(string id, int revision, PackFiles files, bool rebase, Actor by, CancellationToken cancel) =>
        book.ChangeAsync(id, revision, by, WorkshopEvent.Saved, null, (draft, _) =>
        {
            if (draft.Is is DraftState.Closed or DraftState.On)
            {
                return Task.FromResult<Refusal?>(WorkshopRefusals.WrongState(draft.Is, "begin a new draft of the pack to change it"));
            }

            if (files.Pack != draft.Pack && draft.BaseHash.Length > 0)
            {
                return Task.FromResult<Refusal?>(Refusal.Invalid("$.pack", $"is '{files.Pack}' now; a change of '{draft.Pack}' keeps its name."));
            }

            // What was measured was measured on other words.
            (draft.ShadowReport, draft.Effect) = (null, null);
            if (draft.Is is DraftState.Proposed or DraftState.Shadow)
            {
                draft.State = Kebab<DraftState>.Word(DraftState.Draft);
                draft.ShadowSince = null;
            }

            draft.Pack = files.Pack;
            draft.Files = PackedFiles.Pack(files);
            draft.BaseHash = rebase ? HashInForce(files.Pack) : draft.BaseHash;
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    public Task<Answer<DraftRow>> CloseAsync(string id, int revision, Actor by, CancellationToken cancel) =>
        book.ChangeAsync(id, revision, by, WorkshopEvent.Closed, null, (draft, _) =>
        {
            if (draft.Is == DraftState.On)
            {
                return Task.FromResult<Refusal?>(WorkshopRefusals.WrongState(draft.Is, "take it back first"));
            }

            draft.State = Kebab<DraftState>.Word(DraftState.Closed);
            draft.ShadowSince = null;
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    /// <summary>The hash of a pack as it is in force; empty where there is none.</summary>
    public string HashInForce(string pack) => PackHash.In(rulesets.Files, pack);
}
