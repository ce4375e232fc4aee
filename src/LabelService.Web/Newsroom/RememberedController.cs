using System.Collections.Immutable;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Newsroom;

/// <summary>What moderators had remembered, at <c>/queue/remembered</c>: seniors look it through and take back what is wrong.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Senior)]
[Route("queue/remembered")]
internal sealed class RememberedController(RememberedBook book) : Controller
{
    private Person Me => Caller.Of(HttpContext).SignedIn;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, string? lang, CancellationToken cancel) =>
        Page(new RememberedPage(PageLook.Of(this, lang), await book.ListAsync(Me, cancel)) { Done = ToldPage.Known(NewsroomPage.Texts, done) });

    [HttpPost("{id}/revoke")]
    public async Task<IActionResult> Revoke(string id, [FromForm] string? reason, CancellationToken cancel)
    {
        if (await book.RevokeAsync(id, reason, Me, cancel) is not { } refusal)
        {
            return LocalRedirect("/queue/remembered?done=forgotten");
        }

        Response.StatusCode = Problems.Status(refusal.Kind);
        return Page(new RememberedPage(PageLook.Of(this, null), await book.ListAsync(Me, cancel)) { Fault = refusal.Code });
    }

    private ViewResult Page(RememberedPage page) => View("~/Views/Newsroom/Remembered.cshtml", page);
}

internal sealed record RememberedPage(PageLook Look, ImmutableArray<RememberedRow> Rows) : NewsroomPage(Look)
{
    /// <summary>Where it holds: in an article, with an author, or on the whole site.</summary>
    public string Scope(RememberedRow row) => row switch
    {
        { Article: { } article } => Text("remembered.scope.article", ("article", article)),
        { Author: { } author } => Text("remembered.scope.author", ("author", author)),
        _ => Text("remembered.scope.site", ("site", row.Site)),
    };
}
