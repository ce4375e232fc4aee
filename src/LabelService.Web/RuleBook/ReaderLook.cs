using LabelService.Web.Playground;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.RuleBook;

/// <summary>How the public pages look: the same for everybody who asks in the same language; no cookie is looked at, no script runs.</summary>
internal static class ReaderLook
{
    /// <param name="cache">The header <c>Cache-Control</c>.</param>
    /// <param name="sendsTo">Where forms may go, as the content security policy has it: <c>'none'</c> or <c>'self'</c>.</param>
    public static PageLook Of(Controller page, string? lang, string cache, string sendsTo)
    {
        var headers = page.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action {sendsTo}; frame-ancestors 'none'";
        headers.CacheControl = cache;
        headers.Vary = "Accept-Language";
        return new PageLook(PageLanguages.Choose(lang, null, page.Request.GetTypedHeaders().AcceptLanguage), "auto");
    }
}
