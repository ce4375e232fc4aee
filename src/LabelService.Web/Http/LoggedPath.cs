namespace LabelService.Web.Http;

/// <summary>What the log may say of an address: the end of a one-time link is a secret.</summary>
internal static class LoggedPath
{
    public static string Of(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/welcome", out var rest) && rest.HasValue ? "/welcome/…" : context.Request.Path.Value ?? "";
}
