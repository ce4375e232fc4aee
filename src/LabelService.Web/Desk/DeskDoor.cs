using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Web.Desk;

/// <summary>Opens the desk: what is opened by somebody who can decide it is claimed.</summary>
internal sealed class DeskDoor(DeskViews views, ClaimService claims, IDbContextFactory<LabelContext> contexts, TimeProvider time)
{
    /// <param name="isClaimed">Whether it is claimed by being looked at, unless it waits for somebody else than the person.</param>
    public async Task<Answer<DeskPage>> OpenAsync(string id, PageLook look, Person person, bool isClaimed, CancellationToken cancel)
    {
        var opened = await views.OfAsync(id, look, person, cancel);
        if (opened.IsRefused || !isClaimed || opened.Value.IsForAnother)
        {
            return opened;
        }

        var page = opened.Value;
        var claimed = await claims.ClaimAsync(id, person, cancel);
        if (!claimed.IsRefused)
        {
            return page with { View = page.View with { Review = claimed.Value }, Now = time.GetUtcNow() };
        }

        // Whatever happened between reading and claiming must be on the page that says so.
        var isSeen = !page.Review.Waiting || page.Review.IsLeasedToOther(person.Id, page.Now) || page.View.IsForSeniors;
        var again = isSeen ? opened : await views.OfAsync(id, look, person, cancel);
        return again.IsRefused ? again : again.Value with { Unclaimed = claimed.Refusal };
    }

    /// <returns>The title of a review's article; null where the person sees no such review.</returns>
    public async Task<string?> TitleAsync(string id, Person person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await ReviewBook.FindAsync(db, id, person, cancel))?.Title;
    }
}
