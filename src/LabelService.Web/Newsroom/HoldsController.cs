using System.Collections.Immutable;
using LabelService.Web.Accounts;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Newsroom;

/// <summary>Entities in dispute, at <c>/queue/holds</c>: seniors begin and end a dispute for the sites that they see.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Senior)]
[Route("queue/holds")]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class HoldsController(EntityHolds holds, SiteBook sites, RulesetHolder rulesets) : Controller
{
    private Person Me => Caller.Of(HttpContext).SignedIn;

    /// <param name="entity">An entity's id: the form is about it then.</param>
    [HttpGet("")]
    public Task<IActionResult> Index(string? entity, string? done, string? lang, CancellationToken cancel) =>
        ShowAsync(PageLook.Of(this, lang), entity, page => page with { Done = ToldPage.Known(NewsroomPage.Texts, done) }, cancel);

    /// <param name="site">One of the person's; <c>*</c> for every site. Where it is left out and they see one alone, that one.</param>
    [HttpPost("")]
    public async Task<IActionResult> Begin([FromForm] string? entity, [FromForm] string? site, [FromForm] string? reason, CancellationToken cancel)
    {
        var choice = Choose(entity ?? "", PageLanguages.English);
        var refusal = choice is null ? ReviewRefusals.UnknownEntity : await BeginAsync(choice, site, reason, cancel);
        return refusal is null ? LocalRedirect("/queue/holds?done=hold-set") : await RefuseAsync(refusal, entity, page => page with { Typed = reason, TypedSite = site }, cancel);
    }

    [HttpPost("{id}/lift")]
    public async Task<IActionResult> Lift(string id, [FromForm] string? reason, CancellationToken cancel) =>
        await holds.LiftAsync(id, reason, Me, cancel) is { } refusal ? await RefuseAsync(refusal, null, page => page, cancel) : LocalRedirect("/queue/holds?done=hold-lifted");

    private async Task<Refusal?> BeginAsync(EntityChoice choice, string? site, string? reason, CancellationToken cancel) =>
        (string.IsNullOrEmpty(site) && Me.Sites is [var only] ? only : site) is not { Length: > 0 } chosen
            ? ReviewRefusals.NotYourSite
            : await holds.SetAsync(choice.Id, choice.Name, chosen == Person.EverySite ? null : chosen, reason, Me, cancel);

    private Task<IActionResult> RefuseAsync(Refusal refusal, string? entity, Func<HoldsPage, HoldsPage> with, CancellationToken cancel)
    {
        Response.StatusCode = Problems.Status(refusal.Kind);
        return ShowAsync(PageLook.Of(this, null), entity, page => with(page) with { Fault = refusal.Code }, cancel);
    }

    private async Task<IActionResult> ShowAsync(PageLook look, string? entity, Func<HoldsPage, HoldsPage> with, CancellationToken cancel)
    {
        var choice = Choose(entity ?? "", look.Language);
        var offered = choice is null ? [] : await SitesAsync(cancel);
        return View("~/Views/Newsroom/Holds.cshtml", with(new HoldsPage(look, Me, await holds.ListAsync(Me, cancel), choice, offered, null)));
    }

    private async Task<ImmutableArray<string>> SitesAsync(CancellationToken cancel) =>
        Me.Sees(Person.EverySite) ? [Person.EverySite, .. (await sites.ListAsync(cancel)).Select(s => s.Site)] : Me.Sites;

    private EntityChoice? Choose(string id, string language) => rulesets.Current.Ruleset?.Registries.Values
        .SelectMany(r => r.Entities.Where(e => e.Id == id).Select(e => new EntityChoice(e.Id, e.Name, r.Id, r.Title.GetValueOrDefault(language) ?? r.Title.Values.FirstOrDefault() ?? r.Id))).FirstOrDefault();
}
