using System.Collections.Immutable;
using LabelService.Engine.Documenting;
using LabelService.Engine.Rulesets;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.RuleBook;

/// <summary>The pages at <c>/about</c>, for readers: what a label means and who asks for it. Public, without cookies or script.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class AboutController(RulesetHolder rulesets) : Controller
{
    [HttpGet("/about")]
    public IActionResult Index(string? lang)
    {
        var look = Look(lang);
        var labels = rulesets.Current.Ruleset is { } ruleset
            ? LabelAbout.All(ruleset).Select(l => LabelAbout.Of(l.Jurisdiction, l.Type, ruleset, Texts(), look.Language)).OfType<LabelAbout>().GroupBy(l => l.Jurisdiction, StringComparer.Ordinal)
            : [];
        return View("Index", new AboutIndexPage(look, [.. labels]));
    }

    [HttpGet("/about/{jurisdiction}/{type}")]
    public IActionResult Label(string jurisdiction, string type, string? lang)
    {
        var look = Look(lang);
        var label = rulesets.Current.Ruleset is { } ruleset ? LabelAbout.Of(jurisdiction, type, ruleset, Texts(), look.Language) : null;
        Response.StatusCode = label is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return View("Label", new AboutPage(look, label));
    }

    private LabelTexts Texts() => rulesets.LabelTexts;

    /// <summary>Caches may keep it.</summary>
    private PageLook Look(string? lang) => ReaderLook.Of(this, lang, "public, max-age=300", "'none'");
}
