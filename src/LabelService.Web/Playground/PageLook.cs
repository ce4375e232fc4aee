using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Playground;

/// <summary>How a page looks to whoever opens it.</summary>
/// <param name="Language"><c>en</c> or <c>ru</c>.</param>
/// <param name="Theme"><c>auto</c>, <c>light</c> or <c>dark</c>.</param>
internal sealed record PageLook(string Language, string Theme)
{
    /// <summary>Everything a page needs comes from here; nothing in an article can bring its own script, style, frame or request.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets the headers of a page, too.</summary>
    public static PageLook Of(Controller page, string? askedLanguage) => Of(page.HttpContext, askedLanguage);

    /// <summary>Sets the headers of a page, too.</summary>
    public static PageLook Of(HttpContext context, string? askedLanguage)
    {
        var (request, headers) = (context.Request, context.Response.Headers);
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Language, Cookie";
        var language = PageLanguages.Choose(askedLanguage, request.Cookies["lang"], request.GetTypedHeaders().AcceptLanguage);
        return new PageLook(language, ThemeOf(request.Cookies["theme"]));
    }

    private static string ThemeOf(string? remembered) => remembered is "light" or "dark" ? remembered : "auto";
}
