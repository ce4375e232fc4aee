using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Accounts;

/// <summary>The one-time link by which a person sets a password. Opening it spends nothing; setting the password does.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class WelcomeController(AccountLinks links) : Controller
{
    [HttpGet("/welcome/{token}")]
    public async Task<IActionResult> Open(string token, string? lang)
    {
        var found = await links.FindAsync(token, HttpContext.RequestAborted);
        return found.IsRefused ? Page(StatusCodes.Status404NotFound, null, found.Refusal.Code, lang) : Page(StatusCodes.Status200OK, found.Value, null, lang);
    }

    [HttpPost("/welcome/{token}")]
    [FormToken]
    public async Task<IActionResult> SetPassword(string token, [FromForm] string? password)
    {
        var found = await links.FindAsync(token, HttpContext.RequestAborted);
        if (found.IsRefused)
        {
            return Page(StatusCodes.Status404NotFound, null, found.Refusal.Code, null);
        }

        var used = await links.UseAsync(token, password ?? "", HttpContext.RequestAborted);
        return used.IsRefused ? Page(StatusCodes.Status400BadRequest, found.Value, used.Refusal.Code, null) : LocalRedirect("/sign-in?done=password");
    }

    private ViewResult Page(int status, Account? account, string? fault, string? lang)
    {
        Response.StatusCode = status;
        var page = new WelcomePage(PageLook.Of(this, lang ?? (Request.Cookies.ContainsKey(AccountForms.LanguageCookie) ? null : account?.Language)), account, fault);
        Response.Headers.CacheControl = "no-store";
        return View("~/Views/Accounts/Welcome.cshtml", page);
    }
}

/// <param name="Account">Null where the link is not good (any more).</param>
/// <param name="Fault">The code of the refusal, by which its text goes.</param>
internal sealed record WelcomePage(PageLook Look, Account? Account, string? Fault) : SitePage(Look);
