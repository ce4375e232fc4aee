using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Accounts;

/// <summary>Signing in, by password and where the account has one by a code, and out.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class SignInController(SignInService signIn) : Controller
{
    [HttpGet("/sign-in")]
    public IActionResult SignIn([FromQuery(Name = "return")] string? to, string? done, string? lang) => Caller.Of(HttpContext).IsSession
        ? LocalRedirect(Local(to))
        : Page("SignIn", new SignInPage(PageLook.Of(this, lang), "", Local(to), null) { IsPasswordSet = done == "password" });

    [HttpPost("/sign-in")]
    [FormToken]
    public async Task<IActionResult> Enter([FromForm] string? email, [FromForm] string? password, [FromForm(Name = "return")] string? to)
    {
        var answer = await signIn.PasswordAsync(email ?? "", password ?? "", Browser, HttpContext.RequestAborted);
        if (answer.IsRefused)
        {
            return Refuse("SignIn", answer.Refusal, email, to);
        }

        if (answer.Value.TwoFactorEnabled)
        {
            await Sessions.SignInHalfAsync(HttpContext, answer.Value);
            return LocalRedirect($"/sign-in/code?return={Uri.EscapeDataString(Local(to))}");
        }

        return await EnterAsync(answer.Value, to);
    }

    [HttpGet("/sign-in/code")]
    public async Task<IActionResult> Code([FromQuery(Name = "return")] string? to, string? lang) => await Sessions.FindHalfAsync(HttpContext) is null
        ? LocalRedirect("/sign-in")
        : Page("Code", new SignInPage(PageLook.Of(this, lang), "", Local(to), null));

    [HttpPost("/sign-in/code")]
    [FormToken]
    public async Task<IActionResult> EnterCode([FromForm] string? code, [FromForm(Name = "return")] string? to)
    {
        if (await Sessions.FindHalfAsync(HttpContext) is not ({ } id, { } stamp))
        {
            return Refuse("SignIn", AccountRefusals.SignInRefused, null, to);
        }

        var answer = await signIn.CodeAsync(id, stamp, code ?? "", Browser, HttpContext.RequestAborted);
        if (!answer.IsRefused)
        {
            return await EnterAsync(answer.Value, to);
        }

        return Refuse(answer.Refusal.Code == AccountRefusals.CodeRefused.Code ? "Code" : "SignIn", answer.Refusal, null, to);
    }

    [HttpPost("/sign-out")]
    public async Task<IActionResult> Leave()
    {
        await Sessions.SignOutAsync(HttpContext);
        return LocalRedirect("/sign-in");
    }

    private string Browser => Request.Headers.UserAgent.ToString();

    private async Task<IActionResult> EnterAsync(Account account, string? to)
    {
        await Sessions.SignInAsync(HttpContext, account);
        if (!Request.Cookies.ContainsKey(AccountForms.LanguageCookie))
        {
            AccountForms.RememberLanguage(Response, account.Language);
        }

        return LocalRedirect(Local(to));
    }

    private IActionResult Refuse(string view, Refusal refusal, string? email, string? to)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page(view, new SignInPage(PageLook.Of(this, null), email ?? "", Local(to), refusal.Code));
    }

    private ViewResult Page(string view, SignInPage page)
    {
        Response.Headers.CacheControl = "no-store";
        return View($"~/Views/Accounts/{view}.cshtml", page);
    }

    /// <summary>An address of this service, whatever was asked for: no sign-in leads elsewhere.</summary>
    private string Local(string? to) => to?.Length <= AccountForms.LongestReturn && Url.IsLocalUrl(to) ? to : "/";
}
