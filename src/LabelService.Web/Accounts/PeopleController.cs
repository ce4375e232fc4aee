using System.Collections.Immutable;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Accounts;

/// <summary>People and what they may do, for administrators.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Administrator)]
[Route("/people")]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class PeopleController(AccountService accounts, IOptions<LabelsOptions> labels, TimeProvider time) : Controller
{
    private const int LongestSearch = 100;

    [HttpGet]
    public async Task<IActionResult> Index(string? q, string? lang)
    {
        var words = (q ?? "").Trim();
        words = words[..Math.Min(words.Length, LongestSearch)];
        var found = await accounts.ListAsync(words, HttpContext.RequestAborted);
        return Page("People", new PeoplePage(PageLook.Of(this, lang), words, found, time.GetUtcNow()));
    }

    [HttpGet("new")]
    public IActionResult New(string? lang)
    {
        var look = PageLook.Of(this, lang);
        return Page("Invite", new InvitePage(look, new InviteForm { Language = look.Language, Sites = "default", Roles = [PersonRoles.Editor] }, null));
    }

    [HttpPost]
    public async Task<IActionResult> Invite([FromForm] InviteForm form)
    {
        var wanted = new NewAccount(form.Email ?? "", form.Name ?? "", form.Language ?? "", [.. form.Roles ?? []], AccountForms.Sites(form.Sites));
        var invited = await accounts.InviteAsync(wanted, HttpContext.RequestAborted);
        if (!invited.IsRefused)
        {
            return ShowLink(invited.Value);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page("Invite", new InvitePage(PageLook.Of(this, null), form, invited.Refusal.Code));
    }

    [HttpGet("{id}")]
    public Task<IActionResult> Show(string id, string? done, string? lang) =>
        PersonAsync(id, null, lang, page => page with { Done = done is not null && PersonPage.Dones.Contains(done) ? done : null });

    [HttpPost("{id}")]
    public async Task<IActionResult> Give(string id, [FromForm] InviteForm form) => await AfterAsync(
        id, "given", await accounts.GiveAsync(id, form.Name ?? "", [.. form.Roles ?? []], AccountForms.Sites(form.Sites), HttpContext.RequestAborted));

    [HttpPost("{id}/link")]
    public async Task<IActionResult> Link(string id)
    {
        var made = await accounts.LinkAsync(id, HttpContext.RequestAborted);
        return made.IsRefused ? await PersonAsync(id, made.Refusal.Code, null) : ShowLink(made.Value);
    }

    [HttpPost("{id}/disable")]
    public async Task<IActionResult> Disable(string id) => await AfterAsync(id, "disabled", await accounts.DisableAsync(id, HttpContext.RequestAborted));

    [HttpPost("{id}/enable")]
    public async Task<IActionResult> Enable(string id) => await AfterAsync(id, "enabled", await accounts.EnableAsync(id, HttpContext.RequestAborted));

    [HttpPost("{id}/unlock")]
    public async Task<IActionResult> Unlock(string id) => await AfterAsync(id, "unlocked", await accounts.UnlockAsync(id, HttpContext.RequestAborted));

    [HttpPost("{id}/reset-second-factor")]
    public async Task<IActionResult> ResetSecondFactor(string id) =>
        await AfterAsync(id, "second-factor-reset", await accounts.ResetSecondFactorAsync(id, HttpContext.RequestAborted));

    private async Task<IActionResult> AfterAsync(string id, string done, Answer<Account> answer) =>
        answer.IsRefused ? await PersonAsync(id, answer.Refusal.Code, null) : LocalRedirect($"/people/{Uri.EscapeDataString(answer.Value.Id)}?done={done}");

    private async Task<IActionResult> PersonAsync(string id, string? fault, string? lang, Func<PersonPage, PersonPage>? with = null)
    {
        var found = await accounts.FindAsync(id, HttpContext.RequestAborted);
        if (found.IsRefused)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page("NoPerson", new InvitePage(PageLook.Of(this, lang), new InviteForm(), found.Refusal.Code));
        }

        Response.StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        var page = new PersonPage(PageLook.Of(this, lang), found.Value, time.GetUtcNow()) { Fault = fault };
        return Page("Person", with is null ? page : with(page));
    }

    /// <summary>With the public address where one is set: what a browser writes into the header Host is anybody's word.</summary>
    private ViewResult ShowLink(Invitation made) => Page("Link", new LinkPage(
        PageLook.Of(this, null), made.Account, $"{labels.Value.AddressOr($"{Request.Scheme}://{Request.Host}{Request.PathBase}")}/welcome/{made.Token}"));

    private ViewResult Page(string view, SitePage page)
    {
        Response.Headers.CacheControl = "no-store";
        return View($"~/Views/Accounts/{view}.cshtml", page);
    }
}
