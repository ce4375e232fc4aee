using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Newsroom;

/// <summary>Entities in dispute, at <c>/queue/holds</c>: seniors begin and end a dispute.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Senior)]
[Route("queue/holds")]
internal sealed class HoldsController(EntityHolds holds, RulesetHolder rulesets) : Controller
{
    private Person Me => Caller.Of(HttpContext).SignedIn;

    /// <param name="entity">An entity's id: the form is about it then.</param>
    [HttpGet("")]
    public Task<IActionResult> Index(string? entity, string? done, string? lang, CancellationToken cancel) =>
        ShowAsync(PageLook.Of(this, lang), entity, page => page with { Done = NewsroomPage.KnownDone(done) }, cancel);

    [HttpPost("")]
    public async Task<IActionResult> Begin([FromForm] string? entity, [FromForm] string? reason, CancellationToken cancel)
    {
        var choice = Choose(entity ?? "", PageLanguages.English);
        var refusal = choice is null ? ReviewRefusals.UnknownEntity : await holds.SetAsync(choice.Id, choice.Name, reason, Me, cancel);
        return refusal is null ? LocalRedirect("/queue/holds?done=hold-set") : await RefuseAsync(refusal, entity, reason, cancel);
    }

    [HttpPost("{id}/lift")]
    public async Task<IActionResult> Lift(string id, [FromForm] string? reason, CancellationToken cancel) =>
        await holds.LiftAsync(id, reason, Me, cancel) is { } refusal ? await RefuseAsync(refusal, null, null, cancel) : LocalRedirect("/queue/holds?done=hold-lifted");

    private Task<IActionResult> RefuseAsync(Refusal refusal, string? entity, string? typed, CancellationToken cancel)
    {
        Response.StatusCode = Problems.Status(refusal.Kind);
        return ShowAsync(PageLook.Of(this, null), entity, page => page with { Fault = refusal.Code, Typed = typed }, cancel);
    }

    private async Task<IActionResult> ShowAsync(PageLook look, string? entity, Func<HoldsPage, HoldsPage> with, CancellationToken cancel) =>
        View("~/Views/Newsroom/Holds.cshtml", with(new HoldsPage(look, await holds.ListAsync(cancel), Choose(entity ?? "", look.Language), null)));

    private EntityChoice? Choose(string id, string language) => rulesets.Current.Ruleset?.Registries.Values
        .SelectMany(r => r.Entities.Where(e => e.Id == id).Select(e => new EntityChoice(e.Id, e.Name, r.Id, r.Title.GetValueOrDefault(language) ?? r.Title.Values.FirstOrDefault() ?? r.Id))).FirstOrDefault();
}
