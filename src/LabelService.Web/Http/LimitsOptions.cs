namespace LabelService.Web.Http;

/// <summary>The settings <c>Limits__*</c>.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";
    private const int Least = 1 << 10;

    /// <summary>Bytes of one request, or of one line of a batch.</summary>
    public int MaxBodyBytes { get; set; } = 2 << 20;

    /// <summary>Requests a minute for each API key; 0 means no limit.</summary>
    public int RequestsPerMinute { get; set; }

    /// <summary>How many corrections one network may send at <c>/about/…/correction</c>.</summary>
    public int CorrectionsPerHour { get; set; } = 20;

    /// <summary>
    /// Addresses and networks (<c>10.0.0.5, 10.1.0.0/16</c>) of the proxies in front. From them alone <c>X-Forwarded-For</c>, <c>-Proto</c>
    /// and <c>-Host</c> are believed.
    /// </summary>
    public string TrustedProxies { get; set; } = "";

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault()
    {
        if (MaxBodyBytes is < Least or > BodyReader.MaximumRefused)
        {
            return $"Limits__MaxBodyBytes is {MaxBodyBytes}; it must be a number of bytes from {Least} to {BodyReader.MaximumRefused}.";
        }

        if (CorrectionsPerHour is < 1 or > 10_000)
        {
            return $"Limits__CorrectionsPerHour is {CorrectionsPerHour}; it must be a whole number from 1 to 10000.";
        }

        if (Http.TrustedProxies.Fault(TrustedProxies) is { } wrong)
        {
            return $"Limits__TrustedProxies holds '{wrong}'; each must be an address or a network, such as 10.0.0.5 or 10.1.0.0/16, separated by commas.";
        }

        return RequestsPerMinute < 0 ? $"Limits__RequestsPerMinute is {RequestsPerMinute}; it must be 0 (no limit) or a number above." : null;
    }
}
