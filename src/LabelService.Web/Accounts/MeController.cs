using System.Globalization;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Accounts;

/// <summary>A person's own page: name and language, password, personal keys, what happened of late.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class MeController(OwnAccount own, PersonKeyService keys) : Controller
{
    private static readonly string[] Dones = ["name", "site", "password", "key", "second-factor-off"];

    [HttpGet("/me")]
    public Task<IActionResult> Show(string? done, string? lang) => PageAsync(lang, page => page with { Done = Dones.Contains(done) ? done : null });

    [HttpPost("/me")]
    public async Task<IActionResult> Rename([FromForm] string? name, [FromForm] string? language)
    {
        var renamed = await own.RenameAsync(Me.Id, name ?? "", language ?? "", HttpContext.RequestAborted);
        if (renamed.IsRefused)
        {
            return await RefuseAsync("name", renamed.Refusal);
        }

        AccountForms.RememberLanguage(Response, renamed.Value.Language);
        return LocalRedirect("/me?done=name");
    }

    /// <summary>Which site the person's own checks and calls are about, in this browser.</summary>
    [HttpPost("/me/site")]
    public async Task<IActionResult> ChooseSite([FromForm] string? site)
    {
        var chosen = site?.Trim();
        if (AccountFields.FaultOfName(chosen) is not null || Me.SiteOr(chosen) != chosen)
        {
            return await RefuseAsync("site", AccountRefusals.UnseenSite);
        }

        Response.Cookies.Append(Caller.SiteCookie, chosen!, new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        return LocalRedirect("/me?done=site");
    }

    [HttpPost("/me/password")]
    public async Task<IActionResult> ChangePassword([FromForm] string? present, [FromForm] string? password)
    {
        var changed = await own.ChangePasswordAsync(Me.Id, present ?? "", password ?? "", HttpContext.RequestAborted);
        if (changed.IsRefused)
        {
            return await RefuseAsync("password", changed.Refusal);
        }

        await this.KeepSignedInAsync(changed.Value);
        return LocalRedirect("/me?done=password");
    }

    [HttpPost("/me/keys")]
    public async Task<IActionResult> MakeKey([FromForm] string? name, [FromForm] string? days)
    {
        int? life = string.IsNullOrWhiteSpace(days) ? null : int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var made = await keys.CreateAsync(Me.Id, name ?? "", life, HttpContext.RequestAborted);
        return made.IsRefused ? await RefuseAsync("keys", made.Refusal) : await PageAsync(null, page => page with { NewKey = made.Value.Secret });
    }

    [HttpPost("/me/keys/{id}/revoke")]
    public async Task<IActionResult> RevokeKey(string id)
    {
        await keys.RevokeAsync(Me.Id, id, HttpContext.RequestAborted);
        return LocalRedirect("/me?done=key");
    }

    private Person Me => Caller.Of(HttpContext).SignedIn;

    private Task<IActionResult> RefuseAsync(string form, Refusal refusal)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return PageAsync(null, page => page with { Fault = (form, refusal.Code) });
    }

    private async Task<IActionResult> PageAsync(string? lang, Func<MePage, MePage> with)
    {
        var cancel = HttpContext.RequestAborted;
        var page = new MePage(
            PageLook.Of(this, lang), await own.ReadAsync(Me.Id, cancel), await keys.ListAsync(Me.Id, cancel), await own.SignInsAsync(Me.Id, cancel))
        {
            NeedsSecondFactor = Me.NeedsSecondFactor,
            Site = Caller.Of(HttpContext).Site!,
        };
        Response.Headers.CacheControl = "no-store";
        return View("~/Views/Accounts/Me.cshtml", with(page));
    }
}
