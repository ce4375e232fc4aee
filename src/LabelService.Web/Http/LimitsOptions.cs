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

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault()
    {
        if (MaxBodyBytes is < Least or > BodyReader.MaximumRefused)
        {
            return $"Limits__MaxBodyBytes is {MaxBodyBytes}; it must be a number of bytes from {Least} to {BodyReader.MaximumRefused}.";
        }

        return RequestsPerMinute < 0 ? $"Limits__RequestsPerMinute is {RequestsPerMinute}; it must be 0 (no limit) or a number above." : null;
    }
}
