namespace LabelService.Workflow.Sweeps;

/// <summary>The settings <c>Sweeps__*</c>.</summary>
public sealed class SweepOptions
{
    public const string Section = "Sweeps";
    private const int MostWorkers = 64;

    /// <summary>How many parts of sweeps this node works on at once; live checks go first all the same.</summary>
    public int Workers { get; set; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>A sweep that would change more articles waits until a senior confirms it.</summary>
    public int ConfirmAbove { get; set; } = 1000;

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault() =>
        Workers is < 1 or > MostWorkers ? $"Sweeps__Workers is {Workers}; it must be a number from 1 to {MostWorkers}."
        : ConfirmAbove < 0 ? $"Sweeps__ConfirmAbove is {ConfirmAbove}; it must be 0 (every sweep is confirmed) or more."
        : null;
}
