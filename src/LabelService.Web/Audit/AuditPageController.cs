using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Audit;

/// <summary>The audit trail as a page at <c>/audit</c>, for administrators.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Administrator)]
[Route("audit")]
internal sealed class AuditPageController(AuditTrail trail, AuditVerifier verifier) : Controller
{
    /// <param name="before">Where an older page begins.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(long? before, string? subject, string? what, string? lang, CancellationToken cancel) =>
        Page(await PageAsync(before, subject?.Trim(), what?.Trim(), lang, cancel));

    /// <summary>Follows the whole chain: a form, since it takes its time.</summary>
    [HttpPost("verify")]
    public async Task<IActionResult> Verify(CancellationToken cancel)
    {
        var verdict = await verifier.VerifyAsync(cancel);
        return Page(await PageAsync(null, null, null, null, cancel) with { Verdict = verdict });
    }

    private ViewResult Page(AuditPage page)
    {
        Response.Headers.CacheControl = "no-store";
        return View("~/Views/Audit/Index.cshtml", page);
    }

    private async Task<AuditPage> PageAsync(long? before, string? subject, string? what, string? lang, CancellationToken cancel)
    {
        var rows = await trail.PageAsync(before, subject, what, cancel);
        return new AuditPage(PageLook.Of(this, lang), rows, subject, what, rows.Length == AuditTrail.PageSize ? rows[^1].Seq : null, before is not null);
    }
}

/// <param name="Before">Where the next page begins; null on the last.</param>
internal sealed record AuditPage(PageLook Look, ImmutableArray<AuditLine> Rows, string? Subject, string? What, long? Before, bool IsOlder) : SitePage(Look)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = ContractJson.Wire.Encoder };

    /// <summary>Null where nobody asked.</summary>
    public AuditVerdict? Verdict { get; init; }

    /// <summary>What happened, in the page's language; the word itself where there is no text.</summary>
    public string Happened(string what) => PlaygroundTexts.Strings(Language).GetValueOrDefault($"audit.what.{what}", what);

    public static IEnumerable<string> Known => PlaygroundTexts.Strings("en").Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal)).Select(k => k[Prefix.Length..]).Order(StringComparer.Ordinal);

    private const string Prefix = "audit.what.";

    public static string Readable(string json) => JsonSerializer.Serialize(JsonElement.Parse(json), Indented);

    public string Older => $"/audit?before={Before}{Part("subject", Subject)}{Part("what", What)}";

    private static string Part(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
