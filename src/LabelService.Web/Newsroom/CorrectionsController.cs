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
    private Person Me => Caller.Of(HttpContext).SignedIn;

    /// <param name="view"><c>closed</c>, else those that wait.</param>
    [HttpGet("")]
    public Task<IActionResult> Index(string? view, string? done, string? lang, CancellationToken cancel) =>
        ShowAsync(PageLook.Of(this, lang), view == "closed", page => page with { Done = NewsroomPage.KnownDone(done) }, cancel);

    [HttpPost("{id}")]
    public async Task<IActionResult> Close(string id, [FromForm] string? outcome, [FromForm] string? reply, CancellationToken cancel)
    {
        var refusal = Kebab<CorrectionOutcome>.TryParse(outcome ?? "", out var word) ? await corrections.CloseAsync(id, word, reply, Me, cancel) : NoOutcome;
        return refusal is null ? LocalRedirect("/queue/corrections?done=correction-closed") : await RefuseAsync(refusal, id, reply, cancel);
    }

    /// <summary>An appeal in the name of whoever wrote: somebody who did not decide it decides again.</summary>
    [HttpPost("{id}/again/{review}")]
    public async Task<IActionResult> Again(string id, string review, CancellationToken cancel)
    {
        if (await corrections.FindAsync(id, cancel) is not { } correction)
        {
            return await RefuseAsync(CorrectionBook.Unknown, id, null, cancel);
        }

        var text = correction.Text.Length > 1800 ? correction.Text[..1800] + "…" : correction.Text;
        var appealed = await talk.AppealAsync(review, $"{correction.Url}\n{text}", Me, cancel);
        return appealed.IsRefused ? await RefuseAsync(appealed.Refusal, id, null, cancel) : LocalRedirect("/queue/corrections?done=correction-appealed");
    }

    private static Refusal NoOutcome => Refusal.Invalid("outcome", "must be one of: changed, stands, not-ours.") with { Code = "no-outcome" };

    private Task<IActionResult> RefuseAsync(Refusal refusal, string id, string? typed, CancellationToken cancel)
    {
        Response.StatusCode = Problems.Status(refusal.Kind);
        return ShowAsync(PageLook.Of(this, null), false, page => page with { Fault = refusal.Code, FaultOf = id, Typed = typed }, cancel);
    }

    private async Task<IActionResult> ShowAsync(PageLook look, bool isClosed, Func<CorrectionsPage, CorrectionsPage> with, CancellationToken cancel) =>
        View("~/Views/Newsroom/Corrections.cshtml", with(new CorrectionsPage(look, isClosed, await corrections.ListAsync(isClosed, Me, cancel), null, null)));
}
