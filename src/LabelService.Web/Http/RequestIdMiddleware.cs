namespace LabelService.Web.Http;

/// <summary>Echoes <c>X-Request-Id</c>, or makes one, and uses it as the trace id of logs and problems.</summary>
internal sealed class RequestIdMiddleware(RequestDelegate next)
{
    private const string Header = "X-Request-Id";
    private const int MaximumLength = 128;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers[Header] is [{ Length: > 0 and <= MaximumLength } given] && given.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0)
        {
            context.TraceIdentifier = given;
        }

        context.Response.Headers[Header] = context.TraceIdentifier;
        return next(context);
    }
}
