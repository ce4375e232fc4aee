using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Web.Accounts;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Corrections;
using LabelService.Workflow.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Newsroom;

/// <summary>What was said against labels from outside, at <c>/queue/corrections</c>: seniors have it decided again, and reply.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Senior)]
[Route("queue/corrections")]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class CorrectionsController(CorrectionBook corrections, ReviewTalk talk) : Controller
{
    /// <summary>An appeal's reason may have 2000 characters, the address of the article among them.</summary>
    private const int LongestQuoted = 1990;

    private Person Me => Caller.Of(HttpContext).SignedIn;

    /// <param name="view"><c>closed</c>, else those that wait.</param>
    /// <param name="after">Where the page begins.</param>
    [HttpGet("")]
    public Task<IActionResult> Index(string? view, string? after, string? done, string? lang, CancellationToken cancel) =>
        ShowAsync(PageLook.Of(this, lang), view == "closed", after, page => page with { Done = ToldPage.Known(NewsroomPage.Texts, done) }, cancel);

    [HttpPost("{number:long}")]
    public async Task<IActionResult> Close(long number, [FromForm] string? outcome, [FromForm] string? reply, CancellationToken cancel)
    {
        var refusal = Kebab<CorrectionOutcome>.TryParse(outcome ?? "", out var word) ? await corrections.CloseAsync(number, word, reply, Me, cancel) : NoOutcome;
        return refusal is null ? LocalRedirect("/queue/corrections?done=correction-closed") : await RefuseAsync(refusal, number, reply, cancel);
    }

    /// <summary>Those that are marked, with one reply: what is about no label of this service.</summary>
    [HttpPost("not-ours")]
    public async Task<IActionResult> CloseForeign([FromForm(Name = "number")] long[]? numbers, [FromForm] string? reply, CancellationToken cancel)
    {
        var refusal = await corrections.CloseForeignAsync([.. numbers ?? []], reply, Me, cancel);
        return refusal is null ? LocalRedirect("/queue/corrections?done=corrections-closed") : await RefuseAsync(refusal, null, reply, cancel, [.. numbers ?? []]);
    }

    /// <summary>An appeal in the name of whoever wrote: somebody who did not decide it decides again.</summary>
    [HttpPost("{number:long}/again/{review}")]
    public async Task<IActionResult> Again(long number, string review, CancellationToken cancel)
    {
        var found = await corrections.FindOpenAsync(number, review, Me, cancel);
        if (found.IsRefused)
        {
            return await RefuseAsync(found.Refusal, number, null, cancel);
        }

        var said = $"{found.Value.Url}\n{found.Value.Text}".CutTo(LongestQuoted);
        var appealed = await talk.AppealAsync(review, said, Me, cancel);
        return appealed.IsRefused ? await RefuseAsync(appealed.Refusal, number, null, cancel) : LocalRedirect("/queue/corrections?done=correction-appealed");
    }

    private static Refusal NoOutcome => Refusal.Invalid("outcome", "must be one of: changed, stands, not-ours.") with { Code = "no-outcome" };

    private Task<IActionResult> RefuseAsync(Refusal refusal, long? number, string? typed, CancellationToken cancel, ImmutableArray<long> marked = default)
    {
        Response.StatusCode = Problems.Status(refusal.Kind);
        return ShowAsync(
            PageLook.Of(this, null), false, null,
            page => page with { Fault = refusal.Code, FaultOf = number, Typed = typed, Marked = marked.IsDefault ? [] : marked }, cancel);
    }

    private async Task<IActionResult> ShowAsync(PageLook look, bool isClosed, string? after, Func<CorrectionsPage, CorrectionsPage> with, CancellationToken cancel) =>
        View("~/Views/Newsroom/Corrections.cshtml", with(new CorrectionsPage(look, isClosed, await corrections.ListAsync(isClosed, after, Me, cancel), null, null)));
}
