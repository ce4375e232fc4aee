using System.Collections.Immutable;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Accounts;

/// <summary>The second factor of one's own account: an authenticator app, and recovery codes for when it is lost.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly]
[Route("/me/second-factor")]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class SecondFactorController(OwnAccount own) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string? lang) => Page(await own.ReadAsync(Me.Id, HttpContext.RequestAborted), lang: lang);

    [HttpPost("begin")]
    public async Task<IActionResult> Begin()
    {
        await own.BeginSecondFactorAsync(Me.Id, HttpContext.RequestAborted);
        return LocalRedirect("/me/second-factor");
    }

    [HttpPost("enable")]
    public async Task<IActionResult> Enable([FromForm] string? code) =>
        await CodesAsync(await own.EnableSecondFactorAsync(Me.Id, code ?? "", HttpContext.RequestAborted));

    [HttpPost("codes")]
    public async Task<IActionResult> NewCodes([FromForm] string? password) =>
        await CodesAsync(await own.RenewRecoveryCodesAsync(Me.Id, password ?? "", HttpContext.RequestAborted));

    [HttpPost("disable")]
    public async Task<IActionResult> Disable([FromForm] string? password)
    {
        var disabled = await own.DisableSecondFactorAsync(Me.Id, password ?? "", HttpContext.RequestAborted);
        if (disabled.IsRefused)
        {
            return await RefuseAsync(disabled.Refusal);
        }

        await this.KeepSignedInAsync(disabled.Value);
        return LocalRedirect("/me?done=second-factor-off");
    }

    private Person Me => Caller.Of(HttpContext).SignedIn;

    private async Task<IActionResult> CodesAsync(Answer<RecoveryCodes> answer)
    {
        if (answer.IsRefused)
        {
            return await RefuseAsync(answer.Refusal);
        }

        await this.KeepSignedInAsync(answer.Value.Account);
        return Page(answer.Value.Account, codes: answer.Value.Codes);
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page(await own.ReadAsync(Me.Id, HttpContext.RequestAborted), refusal.Code);
    }

    private ViewResult Page(Account account, string? fault = null, ImmutableArray<string>? codes = null, string? lang = null)
    {
        var page = new SecondFactorPage(PageLook.Of(this, lang), account)
        {
            Fault = fault,
            Codes = codes ?? [],
            NeedsSecondFactor = Me.NeedsSecondFactor && !account.TwoFactorEnabled,
        };
        Response.Headers.CacheControl = "no-store";
        return View("~/Views/Accounts/SecondFactor.cshtml", page);
    }
}
