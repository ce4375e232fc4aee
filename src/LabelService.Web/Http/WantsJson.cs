namespace LabelService.Web.Http;

/// <summary>Whether a request comes from a program or a script rather than from somebody who reads pages.</summary>
internal static class WantsJson
{
    public static bool Is(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return request.Path.StartsWithSegments("/v1")
            || (accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }
}
