using LabelService.Workflow;

namespace LabelService.Web.Http;

/// <summary>Turns what escaped an action into a problem. The framework's own handler would drop the headers set before, the request's id among them.</summary>
internal sealed partial class ExceptionMiddleware(RequestDelegate next, ILogger<ExceptionMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has left: nobody reads an answer.
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            if (!Problems.IsExpected(error))
            {
                Failed(context.Request.Method, LoggedPath.Of(context), context.TraceIdentifier, error);
            }

            await TellAsync(context, Problems.Translate(error));
        }
    }

    /// <summary>A browser gets a page: whoever sent a form must read that nothing was kept, and can go back to what they typed.</summary>
    private static async Task TellAsync(HttpContext context, Refusal refusal)
    {
        if (RefusedPage.Has(refusal) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                await RefusedPage.ShowAsync(context, refusal);
                return;
            }
            catch (Exception) when (!context.Response.HasStarted)
            {
                // What the page itself needs is away as well.
            }
        }

        await Problems.WriteAsync(context, refusal);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed, {TraceId}")]
    private partial void Failed(string method, string path, string traceId, Exception error);
}
