using LabelService.Engine.Documenting;
using LabelService.Engine.Model;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Corrections;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LabelService.Web.RuleBook;

/// <summary>
/// Where somebody outside says that a label is wrong: public, without cookies, script or a name to give. The form acts for nobody who is
/// signed in, so no other site gains by sending it; how many come from one address is limited.
/// </summary>
[ApiExplorerSettings(IgnoreApi = true)]
[RequestSizeLimit(LargestForm)]
internal sealed class CorrectionController(CorrectionInbox corrections, RulesetHolder rulesets, CorrectionLimit limit, IOptions<LabelsOptions> labels) : Controller
{
    /// <summary>Longer than the longest form, which percent signs swell ninefold at most.</summary>
    private const int LargestForm = 64 << 10;

    private static readonly Refusal TooMany = new(RefusalKind.TooManyRequests, "too-many-corrections", "Too many corrections came from your network; try again in an hour.")
    {
        RetryAfter = TimeSpan.FromHours(1),
    };

    [HttpGet("/about/{jurisdiction}/{type}/correction")]
    public IActionResult Ask(string jurisdiction, string type, string? url, string? lang)
    {
        var page = Page(jurisdiction, type, lang);
        Response.StatusCode = page.Label is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Show(page with { Url = url.CutTo(CorrectionBook.LongestUrl) });
    }

    [HttpPost("/about/{jurisdiction}/{type}/correction")]
    public async Task<IActionResult> Send(string jurisdiction, string type, [FromForm] string? url, [FromForm] string? text, string? lang, CancellationToken cancel)
    {
        var page = Page(jurisdiction, type, lang);
        if (page.Label is not { } label)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Show(page);
        }

        var received = limit.Takes(HttpContext.Connection.RemoteIpAddress)
            ? await corrections.ReceiveAsync(label.Jurisdiction, label.Type, url, text, cancel)
            : TooMany;
        if (!received.IsRefused)
        {
            return LocalRedirect($"/about/corrections/{received.Value.Id}?lang={page.Language}");
        }

        Response.StatusCode = Problems.Status(received.Refusal.Kind);
        return Show(page with { Url = url, Words = text, Fault = received.Refusal.Code });
    }

    [HttpGet("/about/corrections/{id}")]
    public async Task<IActionResult> Told(string id, string? lang, CancellationToken cancel)
    {
        var row = await corrections.FindAsync(id, cancel);
        Response.StatusCode = row is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        var look = Look(lang);
        Response.Headers["X-Robots-Tag"] = "noindex";
        return View("~/Views/About/Told.cshtml", new CorrectionToldPage(look, row, $"{Outside}/about/corrections/{Uri.EscapeDataString(id)}"));
    }

    /// <summary>Where readers reach the service: what a request names may be what a proxy calls it.</summary>
    private string Outside => labels.Value.AddressOr($"{Request.Scheme}://{Request.Host}{Request.PathBase}");

    private ViewResult Show(CorrectionAskPage page) => View("~/Views/About/Correction.cshtml", page);

    private CorrectionAskPage Page(string jurisdiction, string type, string? lang)
    {
        var look = Look(lang);
        var label = rulesets.Current.Ruleset is { } ruleset ? LabelAbout.Of(jurisdiction, type, ruleset, rulesets.LabelTexts, look.Language) : null;
        return new CorrectionAskPage(look, label, null, null, null);
    }

    private PageLook Look(string? lang) => ReaderLook.Of(this, lang, "no-store", "'self'");
}

/// <param name="Fault">The code of a refusal, of the texts <c>about.fault.…</c>.</param>
internal sealed record CorrectionAskPage(PageLook Look, LabelAbout? Label, string? Url, string? Words, string? Fault) : SitePage(Look);

/// <param name="Address">Where this page is found again.</param>
internal sealed record CorrectionToldPage(PageLook Look, CorrectionRow? Row, string Address) : SitePage(Look);
