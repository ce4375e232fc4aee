using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Workshop;

/// <summary>What takes two persons: proposed by one with its measured effect, approved by another.</summary>
internal sealed class ProposalService(
    DraftBook book, DraftService drafts, DryRunService dryRuns, RulesetHolder rulesets, ReleasedPacks released, IOptions<RulesOptions> options, TimeProvider time)
{
    /// <summary>A ruleset is held for each share; more than a few at once nobody oversees.</summary>
    private const int MostStaged = 3;

    private const int Everybody = 100;

    public async Task<Answer<DraftRow>> ProposeAsync(string id, int revision, string? note, Actor by, CancellationToken cancel)
    {
        if (await book.FindAsync(id, cancel) is not { } draft)
        {
            return WorkshopRefusals.Unknown;
        }

        var files = PackedFiles.Unpack(draft.Pack, draft.Files);
        if (Stops(draft, files) is { } stopped)
        {
            return stopped;
        }

        var effect = await dryRuns.RunAsync(files, null, new StoredArticles(), null, samples: 0, sites: null, cancel);
        if (effect.IsRefused)
        {
            return effect.Refusal;
        }

        return await book.ChangeAsync(id, revision, by, WorkshopEvent.Proposed, note, (row, _) =>
        {
            if (row.Is is not (DraftState.Draft or DraftState.Shadow))
            {
                return Task.FromResult<Refusal?>(WorkshopRefusals.WrongState(row.Is, "only a draft or what runs in shadow can be proposed"));
            }

            row.State = Kebab<DraftState>.Word(DraftState.Proposed);
            row.Effect = JsonSerializer.Serialize(effect.Value.WithoutArticles(), WorkshopJson.Default.DryRunReport);
            (row.ProposedBy, row.ProposedByName, row.ProposedAt, row.ProposalNote) = (by.Id, by.Name, time.GetUtcNow(), note?.Trim());
            return Task.FromResult<Refusal?>(null);
        }, cancel);
    }

    public Task<Answer<DraftRow>> RefuseAsync(string id, int revision, string? reason, Actor by, CancellationToken cancel) => string.IsNullOrWhiteSpace(reason)
        ? Task.FromResult<Answer<DraftRow>>(Refusal.Invalid("reason", "must say why: the author reads it."))
        : book.ChangeAsync(id, revision, by, WorkshopEvent.Refused, reason, (row, _) =>
        {
            if (row.Is != DraftState.Proposed)
            {
                return Task.FromResult<Refusal?>(WorkshopRefusals.WrongState(row.Is, "only what is proposed can be refused"));
            }

            row.State = Kebab<DraftState>.Word(DraftState.Draft);
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    /// <param name="share">Of a hundred articles, how many see it at first.</param>
    public async Task<Answer<DraftRow>> ApproveAsync(string id, int revision, int share, Actor by, CancellationToken cancel)
    {
        if (options.Value.Workshop != WorkshopMode.On)
        {
            return WorkshopRefusals.Closed;
        }

        if (share is < 1 or > Everybody)
        {
            return Refusal.Invalid("share", "must be a number from 1 to 100: of a hundred articles, how many see the change.");
        }

        var done = await book.ChangeAsync(id, revision, by, WorkshopEvent.Approved, $"{share} %", (row, db) => ReleaseAsync(row, db, share, by, cancel), cancel);
        await TakeOverAsync(done, cancel);
        return done;
    }

    /// <summary>Whether somebody wrote a part of a draft or proposed it, and so cannot approve it.</summary>
    public async Task<bool> HasWrittenAsync(string id, Actor by, CancellationToken cancel)
    {
        await using var db = await book.OpenAsync(cancel);
        return await HasWrittenAsync(id, by, db, cancel);
    }

    private async Task<Refusal?> ReleaseAsync(DraftRow draft, LabelContext db, int share, Actor by, CancellationToken cancel)
    {
        var files = PackedFiles.Unpack(draft.Pack, draft.Files);
        if (draft.Is != DraftState.Proposed)
        {
            return WorkshopRefusals.WrongState(draft.Is, "only what is proposed can be approved");
        }

        if (await HasWrittenAsync(draft.Id, by, db, cancel))
        {
            return WorkshopRefusals.SamePerson;
        }

        if (Stops(draft, files) is { } stopped)
        {
            return stopped;
        }

        var inForce = await db.Releases.Where(r => r.State == ReleaseRow.On).ToListAsync(cancel);
        if (share < Everybody && inForce.Count(r => r.Share < Everybody) >= MostStaged)
        {
            return new Refusal(RefusalKind.Conflict, "too-many-staged", $"{MostStaged} changes are shown to a share of the articles already; give one to all or take it back first.");
        }

        if (inForce.Exists(r => r.Pack == draft.Pack && r.Share < Everybody))
        {
            return new Refusal(RefusalKind.Conflict, "pack-staged", $"Another change of '{draft.Pack}' is still shown to a share of the articles; give it to all or take it back first.");
        }

        var release = new ReleaseRow
        {
            Pack = draft.Pack,
            DraftId = draft.Id,
            State = ReleaseRow.On,
            Files = draft.Files,
            Share = share,
            FolderHash = PackHash.In(rulesets.FolderFiles, draft.Pack),
            ProposedByName = draft.ProposedByName ?? draft.ChangedByName,
            ApprovedByName = by.Name,
            ApprovedAt = time.GetUtcNow(),
            Stamp = await ReleaseService.NextStampAsync(db, cancel),
        };
        ReleaseService.TakePlace(release, inForce);
        db.Releases.Add(release);
        await db.SaveChangesAsync(cancel);
        draft.State = Kebab<DraftState>.Word(DraftState.On);
        draft.Release = release.Number;
        draft.ShadowSince = null;
        return null;
    }

    /// <summary>Whoever wrote a word of it or proposed it, since it was begun.</summary>
    private static Task<bool> HasWrittenAsync(string draft, Actor by, LabelContext db, CancellationToken cancel)
    {
        string[] writing = [Kebab<WorkshopEvent>.Word(WorkshopEvent.Begun), Kebab<WorkshopEvent>.Word(WorkshopEvent.Saved), Kebab<WorkshopEvent>.Word(WorkshopEvent.Proposed)];
        return db.WorkshopEvents.AnyAsync(e => e.DraftId == draft && e.ById == by.Id && writing.Contains(e.What), cancel);
    }

    /// <summary>What stands against switching it on.</summary>
    private Refusal? Stops(DraftRow draft, PackFiles files)
    {
        if (draft.BaseHash != drafts.HashInForce(draft.Pack))
        {
            return WorkshopRefusals.BaseMoved;
        }

        return rulesets.With(files).Refusal() ?? (rulesets.Prove(files).Passed ? null : WorkshopRefusals.Unproven);
    }

    private async Task TakeOverAsync(Answer<DraftRow> done, CancellationToken cancel)
    {
        if (!done.IsRefused)
        {
            await released.RefreshAsync(cancel);
            rulesets.Load();
        }
    }
}
