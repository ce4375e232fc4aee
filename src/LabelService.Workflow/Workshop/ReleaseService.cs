using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Workshop;

/// <summary>What is on: shown to more articles, or taken back with one click.</summary>
internal sealed class ReleaseService(DraftBook book, RulesetHolder rulesets, ReleasedPacks released, TimeProvider time)
{
    private const int Everybody = 100;

    public async Task<ImmutableArray<ReleaseRow>> InForceAsync(CancellationToken cancel)
    {
        await using var db = await book.OpenAsync(cancel);
        return [.. await db.Releases.AsNoTracking().Where(r => r.State == ReleaseRow.On).OrderByDescending(r => r.Number).ToListAsync(cancel)];
    }

    public async Task<Answer<ReleaseRow>> ShareAsync(long number, int share, Actor by, CancellationToken cancel) => share is < 1 or > Everybody
        ? Refusal.Invalid("share", "must be a number from 1 to 100: of a hundred articles, how many see the change.")
        : await ChangeAsync(number, by, WorkshopEvent.ShareChanged, $"{share} %", (release, inForce) =>
        {
            release.Share = share;
            TakePlace(release, inForce);
        }, cancel);

    /// <summary>The rules are at once what they were before this release: the release before it, or the folder's files.</summary>
    public Task<Answer<ReleaseRow>> TakeBackAsync(long number, string? reason, Actor by, CancellationToken cancel) =>
        ChangeAsync(number, by, WorkshopEvent.TakenBack, reason, (release, all) =>
        {
            release.State = ReleaseRow.Returned;
            (release.EndedByName, release.EndedAt) = (by.Name, time.GetUtcNow());
            if (all.Find(r => r.Number == release.Replaces) is { State: ReleaseRow.Replaced } earlier)
            {
                earlier.State = ReleaseRow.On;
                (earlier.EndedAt, earlier.EndedByName) = (null, null);
            }
        }, cancel);

    public static async Task<long> NextStampAsync(LabelContext db, CancellationToken cancel) => (await db.Releases.MaxAsync(r => (long?)r.Stamp, cancel) ?? 0) + 1;

    /// <summary>What everybody sees takes the place of what everybody saw.</summary>
    public static void TakePlace(ReleaseRow release, List<ReleaseRow> inForce)
    {
        if (release.Share < Everybody)
        {
            return;
        }

        foreach (var earlier in inForce.Where(r => r != release && r.Pack == release.Pack && r is { State: ReleaseRow.On, Share: Everybody }))
        {
            earlier.State = ReleaseRow.Replaced;
            earlier.EndedAt = release.ApprovedAt;
            release.Replaces = earlier.Number;
        }
    }

    private async Task<Answer<ReleaseRow>> ChangeAsync(
        long number, Actor by, WorkshopEvent what, string? note, Action<ReleaseRow, List<ReleaseRow>> change, CancellationToken cancel)
    {
        await using var db = await book.OpenAsync(cancel);
        await using var transaction = await db.BeginAloneAsync(cancel);
        if (await db.Releases.SingleOrDefaultAsync(r => r.Number == number && r.State == ReleaseRow.On, cancel) is not { } release)
        {
            return WorkshopRefusals.UnknownRelease;
        }

        change(release, await db.Releases.Where(r => r.Pack == release.Pack).ToListAsync(cancel));
        release.Stamp = await NextStampAsync(db, cancel);
        if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == release.DraftId, cancel) is { } draft)
        {
            Follow(draft, release);
            db.WorkshopEvents.Add(book.Event(draft, by, what, note, null));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await released.RefreshAsync(cancel);
        rulesets.Load();
        return release;
    }

    /// <summary>What was taken back is a draft again, to be mended.</summary>
    private static void Follow(DraftRow draft, ReleaseRow release)
    {
        if (release.State == ReleaseRow.Returned && draft.Is == DraftState.On)
        {
            draft.State = Kebab<DraftState>.Word(DraftState.Draft);
            draft.Release = null;
            draft.Revision++;
        }
    }
}
