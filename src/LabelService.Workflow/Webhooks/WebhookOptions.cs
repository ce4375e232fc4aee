using System.Collections.Immutable;
using System.Net;

namespace LabelService.Workflow.Webhooks;

/// <summary>The settings <c>Webhooks__*</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Shrinks the retry schedule, for tests.</summary>
    public double RetryScale { get; set; } = 1;

    /// <summary>How long a receiver may take to answer.</summary>
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>Networks that are not public and may be delivered to all the same, separated by commas, such as <c>10.1.0.0/16,127.0.0.1/32</c>.</summary>
    public string AllowedNetworks { get; set; } = "";

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault() => this switch
    {
        { RetryScale: not (> 0 and <= 10) } => $"Webhooks__RetryScale is {RetryScale}; it must be above 0 and at most 10.",
        { TimeoutSeconds: not (>= 1 and <= 60) } => $"Webhooks__TimeoutSeconds is {TimeoutSeconds}; it must be from 1 to 60 seconds.",
        _ when Words().FirstOrDefault(w => !IPNetwork.TryParse(w, out _)) is { } wrong =>
            $"Webhooks__AllowedNetworks names '{wrong}'; it must be networks such as 10.1.0.0/16 or fd00::/8, separated by commas, with no bits set beyond the prefix.",
        _ => null,
    };

    internal ImmutableArray<IPNetwork> Allowed() => [.. Words().Select(w => IPNetwork.Parse(w))];

    private string[] Words() => AllowedNetworks.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
