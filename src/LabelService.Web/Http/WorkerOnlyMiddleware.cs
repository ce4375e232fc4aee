using LabelService.Workflow;

namespace LabelService.Web.Http;

/// <summary>On a node that only works on sweeps: health and metrics, and nothing else, so that a balancer's mistake is seen at once.</summary>
internal sealed class WorkerOnlyMiddleware(RequestDelegate next)
{
    private static readonly Refusal Elsewhere = new(RefusalKind.Unavailable, "worker-only", "This node works on sweeps and answers no requests (setting Roles); ask a node with the role web.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health") || context.Request.Path.StartsWithSegments("/metrics") ? next(context) : Problems.WriteAsync(context, Elsewhere);
}
