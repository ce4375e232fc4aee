using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Desk;

/// <summary>Which keys a person presses at the desk, at <c>/queue/keys</c>.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly]
[Route("queue/keys")]
[RequestSizeLimit(DeskForms.Largest)]
internal sealed class KeysController(DeskSettings settings) : Controller
{
    private Person Me => Caller.Of(HttpContext).SignedIn;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? lang, string? done, CancellationToken cancel) =>
        View("~/Views/Desk/Keys.cshtml", new KeysPage(PageLook.Of(this, lang), await settings.KeysAsync(Me.Id, cancel), null, null, done == "saved"));

    [HttpPost("")]
    public async Task<IActionResult> Save(CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        if (form.ContainsKey("reset"))
        {
            await settings.KeepKeysAsync(Me.Id, [], cancel);
            return Redirect("/queue/keys?done=saved");
        }

        var typed = DeskKeys.Defaults.ToDictionary(d => d.Action, d => form[d.Action].ToString().Trim().ToLowerInvariant(), StringComparer.Ordinal);
        var keys = DeskKeys.Of(typed);
        var wrong = typed.Values.FirstOrDefault(k => !DeskKeys.CanBe(k));
        if (wrong is not null || keys.Conflict() is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("~/Views/Desk/Keys.cshtml", new KeysPage(PageLook.Of(this, null), keys, wrong is null ? "desk.keys.conflict" : "desk.keys.wrong", wrong ?? keys.Conflict(), false));
        }

        await settings.KeepKeysAsync(Me.Id, typed.Where(t => DeskKeys.Defaults.First(d => d.Action == t.Key).Key != t.Value).ToDictionary(StringComparer.Ordinal), cancel);
        return Redirect("/queue/keys?done=saved");
    }
}
