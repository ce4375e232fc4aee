namespace LabelService.Web.Http;

/// <summary>What the log may say of an address: the end of some is a secret, by which a one-time link works, or a reply is read.</summary>
internal static class LoggedPath
{
    private static readonly string[] Secret = ["/welcome", "/about/corrections"];

    public static string Of(HttpContext context)
    {
        var path = context.Request.Path;
        var begin = Secret.FirstOrDefault(s => path.StartsWithSegments(s, out var rest) && rest.HasValue);
        return begin is null ? path.Value ?? "" : begin + "/…";
    }
}
