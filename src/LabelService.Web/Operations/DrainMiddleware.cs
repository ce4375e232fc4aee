using Microsoft.AspNetCore.Connections.Features;

namespace LabelService.Web.Operations;

/// <summary>Lets go of connections while the node drains: one that a proxy keeps would be cut just as it sends its next request.</summary>
internal sealed class DrainMiddleware(RequestDelegate next, Drain drain)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (drain.IsDraining)
        {
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        }

        return next(context);
    }
}
