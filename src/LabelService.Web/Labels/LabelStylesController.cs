using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Labels;

/// <summary>Serves the labels' style sheet to the pages of newsrooms: without a key, from any site, to be kept by browsers.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class LabelStylesController(LabelStyles styles) : Controller
{
    private const string ForADay = "public, max-age=86400";
    private const string ForEver = "public, max-age=31536000, immutable";

    [HttpGet("/labels/labels.css"), HttpHead("/labels/labels.css")]
    public IActionResult Sheet(string? v) => Send(styles.Sheet, v);

    [HttpGet("/labels/labels.amp.css"), HttpHead("/labels/labels.amp.css")]
    public IActionResult AmpSheet(string? v) => Send(styles.Amp, v);

    private FileContentResult Send(LabelStyle style, string? version)
    {
        Response.Headers.CacheControl = version == style.Version ? ForEver : ForADay;
        Response.Headers.AccessControlAllowOrigin = "*";
        Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return File(style.Content, "text/css; charset=utf-8", lastModified: null, new Microsoft.Net.Http.Headers.EntityTagHeaderValue(style.ETag));
    }
}
