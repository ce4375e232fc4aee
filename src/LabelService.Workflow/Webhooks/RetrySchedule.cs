namespace LabelService.Workflow.Webhooks;

/// <summary>When a delivery that failed is tried again: the schedule of the Standard Webhooks specification, with jitter, so that receivers which came back are not all asked at once.</summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>The longest that a receiver may ask us to wait.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(24);

    /// <summary>After so long without anything arriving an endpoint is disabled.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    /// <param name="attempts">How often it was tried.</param>
    /// <param name="asked">What the receiver asked for by <c>Retry-After</c>.</param>
    /// <returns>Null where it is not tried again.</returns>
    public static TimeSpan? After(int attempts, TimeSpan? asked, double scale, double random)
    {
        if (attempts > Waits.Length)
        {
            return null;
        }

        var wait = Waits[attempts - 1] * scale * (1 + (0.2 * random));
        return asked is null ? wait : TimeSpan.FromTicks(Math.Max(wait.Ticks, Rest(asked.Value, scale).Ticks));
    }

    /// <summary>How long a receiver that asks for a rest is left alone.</summary>
    public static TimeSpan Rest(TimeSpan asked, double scale) => (asked > LongestAsked ? LongestAsked : asked < TimeSpan.Zero ? TimeSpan.Zero : asked) * scale;
}
