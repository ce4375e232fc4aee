using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Lookup;

/// <summary>
/// The pages at <c>/registries</c>: what the loaded registers include, and how it is found in texts. Without a key on this very machine
/// only, as the page at <c>/</c>; from elsewhere its script sends the key.
/// </summary>
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class LookupController(RulesetHolder rulesets, TimeProvider time) : Controller
{
    /// <summary>Longer than the longest form of <see cref="TryPage.LongestText"/> characters, which percent signs swell ninefold at most.</summary>
    private const int LargestForm = 32 << 10;

    [HttpGet("/registries")]
    public IActionResult Index(string? q, string? registry, string? day, string? lang) => Show(lang, (look, ruleset) =>
    {
        var query = LookupQuery.Of(q, registry, day, ruleset, Today(ruleset));
        return query.Fault is { } fault ? Trouble(look, 400, fault, query) : View("Index", SearchPage.Of(look, ruleset, query));
    });

    [HttpPost("/registries")]
    [RequestSizeLimit(LargestForm)]
    public IActionResult Try([FromForm] string? text, string? lang) => Show(lang, (look, ruleset) =>
    {
        var query = LookupQuery.Of(null, null, null, ruleset, Today(ruleset));
        if (!ModelState.IsValid || text?.Length > TryPage.LongestText)
        {
            return Trouble(look, 400, "lookup.fault.text", query);
        }

        try
        {
            var page = SearchPage.Of(look, ruleset, query);
            return View("Index", string.IsNullOrWhiteSpace(text) ? page : page with { Tried = TryPage.Of(ruleset, text) });
        }
        catch (CheckRefusedException)
        {
            return Trouble(look, 400, "lookup.fault.nested", query);
        }
    });

    [HttpGet("/registries/{id}/{entityId}")]
    public IActionResult Entity(string id, string entityId, string? day, string? lang) => Show(lang, (look, ruleset) =>
    {
        var query = LookupQuery.Of(null, null, day, ruleset, Today(ruleset));
        if (query.Fault is { } fault)
        {
            return Trouble(look, 400, fault, query);
        }

        return ruleset.Registries.TryGetValue(id, out var registry) && registry.Entities.FirstOrDefault(e => e.Id == entityId) is { } entity
            ? View("Entity", new EntityShown(look, registry, entity, new RegistrySearch(ruleset).Forms(entity), query.Day))
            : Trouble(look, 404, "lookup.fault.entity", query);
    });

    private IActionResult Show(string? lang, Func<PageLook, Ruleset, IActionResult> show)
    {
        var look = PageLook.Of(this, lang);
        Response.Headers.CacheControl = "no-store";
        var caller = Caller.Of(HttpContext);
        if (!caller.IsVisitor && caller.Person is null && caller.Key?.Has(Scopes.Admin) != true)
        {
            Response.StatusCode = caller.Key is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
            var fault = caller.Key is not null ? "lookup.locked.scope" : Request.Headers.Authorization.Count > 0 ? "lookup.locked.unknown" : null;
            return View("Locked", new LockedPage(look, fault));
        }

        return rulesets.Current.Ruleset is { } ruleset ? show(look, ruleset) : Trouble(look, 503, "lookup.fault.nothingLoaded", null);
    }

    private ViewResult Trouble(PageLook look, int status, string fault, LookupQuery? query)
    {
        Response.StatusCode = status;
        return View("Trouble", new TroublePage(look, fault, query));
    }

    private DateOnly Today(Ruleset ruleset) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), ruleset.TimeZone).DateTime);
}
