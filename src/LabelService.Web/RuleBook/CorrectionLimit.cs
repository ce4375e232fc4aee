using System.Net;
using System.Threading.RateLimiting;
using LabelService.Web.Http;
using Microsoft.Extensions.Options;

namespace LabelService.Web.RuleBook;

/// <summary>How many corrections one network may send: an IPv4 address, or the 64 bits that a provider hands out of IPv6. Nothing of it is written down.</summary>
internal sealed class CorrectionLimit(IOptions<LimitsOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetSlidingWindowLimiter(network, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.CorrectionsPerHour,
            Window = TimeSpan.FromHours(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));

    public bool Takes(IPAddress? from)
    {
        using var lease = _limiter.AttemptAcquire(Network(from));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
    }
}
