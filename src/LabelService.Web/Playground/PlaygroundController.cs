using LabelService.Engine.Model;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LabelService.Web.Playground;

/// <summary>The page at <c>/</c>: one article in, its disclosures out. It talks to the service as any other caller does and keeps nothing.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class PlaygroundController : Controller
{
    /// <summary>Everything the page needs comes from here; nothing in an article can bring its own script, style, frame or request.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [HttpGet("/")]
    public IActionResult Index(string? lang)
    {
        var headers = Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Language, Cookie";
        var language = PageLanguages.Choose(lang, Request.Cookies["lang"], Request.GetTypedHeaders().AcceptLanguage);
        return View("Index", new PlaygroundPage(language, Theme(Request.Cookies["theme"])));
    }

    private static string Theme(string? remembered) => remembered is "light" or "dark" ? remembered : "auto";
}

/// <summary>What the page offers to choose from, in the contract's own words.</summary>
internal static class PlaygroundChoices
{
    public static IEnumerable<string> Kinds => Kebab<ArticleKind>.Words;

    public static IEnumerable<string> Formats => Kebab<ArticleFormat>.Words;
}
