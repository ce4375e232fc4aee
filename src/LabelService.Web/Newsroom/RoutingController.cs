using System.Collections.Immutable;
using LabelService.Web.Accounts;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Newsroom;

/// <summary>Which questions are offered to whom, at <c>/queue/routing</c>.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Senior)]
[Route("queue/routing")]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class RoutingController(Routing routing, RulesetHolder rulesets) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, string? lang, CancellationToken cancel) =>
        Page(await PageAsync(PageLook.Of(this, lang), cancel) with { Done = ToldPage.Known(NewsroomPage.Texts, done) });

    [HttpPost("{account}")]
    public async Task<IActionResult> Save(string account, [FromForm] string? languages, [FromForm] string? rules, CancellationToken cancel)
    {
        if (await routing.SaveAsync(account, Words(languages), Words(rules), Caller.Of(HttpContext).SignedIn, cancel) is not { } refusal)
        {
            return LocalRedirect("/queue/routing?done=routed");
        }

        Response.StatusCode = Problems.Status(refusal.Kind);
        var page = await PageAsync(PageLook.Of(this, null), cancel);
        return Page(page with { Fault = refusal.Code, FaultOf = account, TypedLanguages = languages, TypedRules = rules });
    }

    private ViewResult Page(RoutingPage page) => View("~/Views/Newsroom/Routing.cshtml", page);

    private async Task<RoutingPage> PageAsync(PageLook look, CancellationToken cancel)
    {
        var ids = rulesets.Current.Ruleset?.Packs.SelectMany(p => p.Rules).Select(r => r.Id).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();
        return new RoutingPage(look, await routing.ListAsync(Caller.Of(HttpContext).SignedIn, cancel), [.. ids], null, null, null);
    }

    private static ImmutableArray<string> Words(string? field) =>
        [.. (field ?? "").Split([',', ';', '\n', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
