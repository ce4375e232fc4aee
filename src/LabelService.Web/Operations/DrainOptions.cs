namespace LabelService.Web.Operations;

/// <summary>The settings <c>Drain__*</c>.</summary>
internal sealed class DrainOptions
{
    public const string Section = "Drain";
    private const int Most = 120;

    /// <summary>For how long a node that is told to end (SIGTERM) still answers while <c>/health/ready</c> says 503: until balancers have seen it.</summary>
    public int Seconds { get; set; } = 5;

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault() => Seconds is < 0 or > Most ? $"Drain__Seconds is {Seconds}; it must be a whole number of seconds from 0 to {Most}." : null;
}
