using System.Globalization;
using System.Threading.RateLimiting;
using LabelService.Workflow;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Http;

/// <summary>
/// Counts requests per API key or person and minute, and says with every answer how many are left (the <c>RateLimit</c> headers). What other
/// nodes let through counts here half a second later.
/// </summary>
internal sealed class RateLimitMiddleware : IDisposable
{
    private const int Window = 60;
    private readonly RequestDelegate _next;
    private readonly SharedCounts _shared;
    private readonly int _limit;
    private readonly PartitionedRateLimiter<string> _limiter;

    public RateLimitMiddleware(RequestDelegate next, IOptions<LimitsOptions> options, SharedCounts shared)
    {
        (_next, _shared, _limit) = (next, shared, options.Value.RequestsPerMinute);
        _limiter = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = _limit,
            Window = TimeSpan.FromSeconds(Window),
            SegmentsPerWindow = 12,
            QueueLimit = 0,
        }));
        shared.Heard = Take;
    }

    public async Task InvokeAsync(HttpContext context)
    {
        if (Caller.Of(context).Id is not { } id)
        {
            await _next(context);
            return;
        }

        using var lease = _limiter.AttemptAcquire(id);
        var left = _limiter.GetStatistics(id)?.CurrentAvailablePermits ?? 0;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(Window / 12);
        Tell(context.Response, _limit, left, lease.IsAcquired ? TimeSpan.FromSeconds(Window) : wait);
        if (lease.IsAcquired)
        {
            _shared.Count(id);
            await _next(context);
            return;
        }

        await Problems.WriteAsync(context, new Refusal(
            RefusalKind.TooManyRequests, "too-many-requests", $"This key may send {_limit} requests a minute; try again after Retry-After seconds.")
        {
            RetryAfter = wait,
        });
    }

    public static void Tell(HttpResponse response, int limit, long left, TimeSpan wait)
    {
        response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"minute\";q={limit};w={Window}");
        response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"minute\";r={left};t={(int)Math.Ceiling(wait.TotalSeconds)}");
    }

    public void Dispose() => _limiter.Dispose();

    private void Take(string id, int requests)
    {
        var left = (int)Math.Min(requests, _limiter.GetStatistics(id)?.CurrentAvailablePermits ?? _limit);
        if (left > 0)
        {
            _limiter.AttemptAcquire(id, left).Dispose();
        }
    }
}
