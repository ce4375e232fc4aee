using System.Collections.Immutable;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Desk;

/// <summary>The desk at <c>/queue/{id}</c>: one review with everything that it is decided by. A moderator claims it by opening it.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Viewer, PersonRoles.Editor, PersonRoles.Moderator, PersonRoles.Senior, PersonRoles.RuleAuthor)]
[Route("queue/{id}")]
[RequestSizeLimit(DeskForms.Largest)]
internal sealed class DeskController(
    DeskDoor door, DeskViews views, ReviewDesk desk, ClaimService claims, DecisionService decisions, UndoService undoing, ReviewTalk talk) : Controller
{
    private Person Me => Caller.Of(HttpContext).SignedIn;

    private bool MayDecide => Me.Is(PersonRoles.Moderator) || Me.Is(PersonRoles.Senior);

    [HttpGet("")]
    public async Task<IActionResult> Open(string id, string? lang, string? from, string? done, string? of, CancellationToken cancel)
    {
        var title = of is null ? null : await door.TitleAsync(of, Me, cancel);
        return await ShowAsync(id, lang, from, page => page with { Done = ToldPage.Known("desk", done), DoneTo = of, DoneTitle = title }, cancel);
    }

    /// <summary>What nearly counted, and what spoke against it; the page's script asks for it as a part.</summary>
    [HttpGet("near-misses")]
    public async Task<IActionResult> NearMisses(string id, string? lang, string? from, string? part, CancellationToken cancel)
    {
        var look = PageLook.Of(this, lang);
        var found = await desk.NearMissesAsync(id, Me, cancel, look.Language);
        if (found.IsRefused)
        {
            return Missing(look);
        }

        var page = new NearMissPage(look, id, Clean(from), found.Value);
        return part == "list" ? PartialView("~/Views/Desk/_NearMisses.cshtml", page) : View("~/Views/Desk/NearMisses.cshtml", page);
    }

    [HttpGet("next")]
    public async Task<IActionResult> Next(string id, string? from, CancellationToken cancel)
    {
        var opened = await desk.OpenAsync(id, Me, cancel);
        return await ToNextAsync(opened.Value?.Review, Clean(from), null, cancel);
    }

    [HttpPost("claim")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Claim(string id, [FromForm] string? from, CancellationToken cancel)
    {
        var claimed = await claims.ClaimAsync(id, Me, cancel);
        return await BackAsync(id, from, claimed.Refusal, null, cancel);
    }

    /// <summary>For the page's script, while the page lives.</summary>
    [HttpPost("renew")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Renew(string id, CancellationToken cancel)
    {
        var claimed = await claims.ClaimAsync(id, Me, cancel);
        if (!claimed.IsRefused)
        {
            return NoContent();
        }

        var words = PlaygroundTexts.Strings(PageLook.Of(this, null).Language).GetValueOrDefault($"desk.refused.{claimed.Refusal.Code}");
        Response.StatusCode = Problems.Status(claimed.Refusal.Kind);
        var holder = claimed.Refusal.Code == "review-claimed" ? (await desk.OpenAsync(id, Me, cancel)).Value?.Review.ClaimedByName : null;
        return Content(holder is null ? words ?? claimed.Refusal.Detail : $"{words} ({holder})", "text/plain; charset=utf-8");
    }

    [HttpPost("release")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Release(string id, [FromForm] string? from, CancellationToken cancel)
    {
        await claims.ReleaseAsync(id, Me, cancel);
        return Redirect(DeskDone.At(QueueAddress.Of(QueueAddress.Read(from)), "released"));
    }

    [HttpPost("decide")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Decide(string id, CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        var (typed, from) = (DeskForms.Read(form), Clean(form["from"]));
        ImmutableArray<DisclosureDecision> made = [.. form["disclosureId"].OfType<string>().Select(d => DeskForms.Decision(typed, d)).OfType<DisclosureDecision>()];
        var answer = DeskForms.Fault(typed) is { } fault
            ? fault
            : await decisions.DecideAsync(id, new DecisionRequest { Revision = DeskForms.Revision(form), Decisions = made }, Me, null, cancel);
        if (answer.IsRefused)
        {
            return await RefusedAsync(id, from, answer.Refusal, typed, cancel);
        }

        var review = answer.Value;
        if (!review.Waiting)
        {
            return await ToNextAsync(review, from, "decided", cancel);
        }

        // What waits still may wait for somebody else: a senior, where two disagreed just now, or the second of two.
        if (review.EscalatedAt is not null && !Me.Is(PersonRoles.Senior))
        {
            return await ToNextAsync(review, from, "disagreed", cancel);
        }

        var left = await views.OfAsync(id, PageLook.Of(this, null), Me, cancel);
        return left.Value?.IsForAnother == true
            ? await ToNextAsync(review, from, "first-of-two", cancel)
            : Redirect(DeskDone.At(Address(id, from), "one-decided", id));
    }

    [HttpPost("undo")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Undo(string id, [FromForm] string? from, CancellationToken cancel) =>
        await BackAsync(id, from, (await undoing.UndoAsync(id, Me, cancel)).Refusal, "undone", cancel);

    [HttpPost("escalate")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Escalate(string id, [FromForm] string? reason, [FromForm] string? from, CancellationToken cancel)
    {
        var answer = await talk.EscalateAsync(id, reason, Me, cancel);
        return answer.IsRefused ? await RefusedAsync(id, from, answer.Refusal, TypedDecision.Said("escalate", reason), cancel) : await ToNextAsync(answer.Value, Clean(from), "escalated", cancel);
    }

    [HttpPost("skip")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Skip(string id, [FromForm] string? from, CancellationToken cancel)
    {
        if (await talk.SkipAsync(id, Me, cancel) is { } refusal)
        {
            return await RefusedAsync(id, from, refusal, TypedDecision.Nothing, cancel);
        }

        var released = await claims.ReleaseAsync(id, Me, cancel);
        return await ToNextAsync(released.Value, Clean(from), "skipped", cancel);
    }

    [HttpPost("comment")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Comment(string id, [FromForm] string? reason, [FromForm] string? from, CancellationToken cancel) =>
        await SaidAsync(id, from, await talk.CommentAsync(id, reason, Me, cancel), TypedDecision.Said("comment", reason), "commented", cancel);

    [HttpPost("ask")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Ask(string id, [FromForm] string? reason, [FromForm] string? from, CancellationToken cancel) =>
        await SaidAsync(id, from, await talk.AskAsync(id, reason, Me, cancel), TypedDecision.Said("ask", reason), "asked", cancel);

    [HttpPost("appeal")]
    [PersonOnly(PersonRoles.Editor, PersonRoles.Moderator, PersonRoles.Senior)]
    public async Task<IActionResult> Appeal(string id, [FromForm] string? reason, [FromForm] string? from, CancellationToken cancel) =>
        await SaidAsync(id, from, await talk.AppealAsync(id, reason, Me, cancel), TypedDecision.Said("appeal", reason), "appealed", cancel);

    private Task<IActionResult> SaidAsync(string id, string? from, Answer<ReviewRow> answer, TypedDecision typed, string done, CancellationToken cancel) =>
        answer.IsRefused ? RefusedAsync(id, from, answer.Refusal, typed, cancel) : BackAsync(id, from, null, done, cancel);

    private async Task<IActionResult> BackAsync(string id, string? from, Refusal? refusal, string? done, CancellationToken cancel)
    {
        var address = Address(id, Clean(from));
        return refusal is not null ? await RefusedAsync(id, from, refusal, TypedDecision.Nothing, cancel) : Redirect(done is null ? address : DeskDone.At(address, done));
    }

    private async Task<IActionResult> ToNextAsync(ReviewRow? review, string from, string? done, CancellationToken cancel)
    {
        var next = await views.NextAsync(review, from, Me, cancel);
        var address = next is null ? QueueAddress.Of(QueueAddress.Read(from)) : Address(next, from);
        return Redirect(done is null ? address : DeskDone.At(address, done, review?.Id));
    }

    private Task<IActionResult> RefusedAsync(string id, string? from, Refusal refusal, TypedDecision typed, CancellationToken cancel) =>
        ShowAsync(id, null, from, page =>
        {
            Response.StatusCode = Problems.Status(refusal.Kind);
            return page with { Refused = refusal, Typed = typed };
        }, cancel);

    private async Task<IActionResult> ShowAsync(string id, string? lang, string? from, Func<DeskPage, DeskPage> with, CancellationToken cancel)
    {
        // A browser that only looks ahead claims nothing.
        var isSeen = !Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal);
        var look = PageLook.Of(this, lang);
        var page = await door.OpenAsync(id, look, Me, MayDecide && isSeen, cancel);
        return page.IsRefused ? Missing(look) : View("~/Views/Desk/Desk.cshtml", with(page.Value with { From = Clean(from) }));
    }

    private ViewResult Missing(PageLook look)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("~/Views/Desk/Missing.cshtml", new DeskMissingPage(look));
    }

    private static string Clean(string? from) => QueueAddress.Write(QueueAddress.Read(from) with { Cursor = null });

    private static string Address(string id, string from) => $"/queue/{Uri.EscapeDataString(id)}{(from.Length == 0 ? "" : $"?from={Uri.EscapeDataString(from)}")}";
}
