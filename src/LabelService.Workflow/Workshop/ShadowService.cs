using LabelService.Engine.Model;
using LabelService.Workflow.Rulesets;

namespace LabelService.Workflow.Workshop;

/// <summary>Lets a draft run beside the rules in force: on live articles, counted and never shown.</summary>
internal sealed class ShadowService(DraftBook book, RulesetHolder rulesets, ShadowRunner runner, TimeProvider time)
{
    public async Task<Answer<DraftRow>> StartAsync(string id, int revision, Actor by, CancellationToken cancel)
    {
        var done = await book.ChangeAsync(id, revision, by, WorkshopEvent.ShadowStarted, null, (draft, _) => Task.FromResult(Start(draft)), cancel);
        await runner.RefreshAsync(cancel);
        return done;
    }

    public async Task<Answer<DraftRow>> StopAsync(string id, int revision, Actor by, CancellationToken cancel)
    {
        var done = await book.ChangeAsync(id, revision, by, WorkshopEvent.ShadowStopped, null, (draft, _) =>
        {
            if (draft.Is != DraftState.Shadow)
            {
                return Task.FromResult<Refusal?>(WorkshopRefusals.WrongState(draft.Is, "nothing of it runs in shadow"));
            }

            draft.State = Kebab<DraftState>.Word(DraftState.Draft);
            draft.ShadowSince = null;
            return Task.FromResult<Refusal?>(null);
        }, cancel);
        await runner.RefreshAsync(cancel);
        return done;
    }

    private Refusal? Start(DraftRow draft)
    {
        if (draft.Is != DraftState.Draft)
        {
            return WorkshopRefusals.WrongState(draft.Is, "only a draft can begin to run in shadow");
        }

        if (rulesets.With(PackedFiles.Unpack(draft.Pack, draft.Files)).Refusal() is { } broken)
        {
            return broken;
        }

        draft.State = Kebab<DraftState>.Word(DraftState.Shadow);
        (draft.ShadowSince, draft.ShadowReport) = (time.GetUtcNow(), null);
        return null;
    }
}
