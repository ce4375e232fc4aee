namespace LabelService.Workflow.Reviews;

/// <summary>The settings <c>Reviews__*</c>.</summary>
public sealed class ReviewOptions
{
    public const string Section = "Reviews";

    /// <summary>After how many hours a question is overdue where neither the article's planned time nor its rule says.</summary>
    public double DueAfterHours { get; set; } = 24;

    /// <summary>How long a claim lasts that is not renewed.</summary>
    public int LeaseSeconds { get; set; } = 120;

    /// <summary>How many of the last days tell what share of a rule's hits is upheld.</summary>
    public int TeachingDays { get; set; } = 90;

    /// <summary>A rule is braked after so many decisions on its hits at the earliest.</summary>
    public int BrakeAfter { get; set; } = 20;

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault() => this switch
    {
        { DueAfterHours: not (>= 0.25 and <= 8760) } => $"Reviews__DueAfterHours is {DueAfterHours}; it must be from 0.25 to 8760 hours.",
        { LeaseSeconds: not (>= 2 and <= 3600) } => $"Reviews__LeaseSeconds is {LeaseSeconds}; it must be from 2 to 3600 seconds.",
        { TeachingDays: not (>= 1 and <= 730) } => $"Reviews__TeachingDays is {TeachingDays}; it must be from 1 to 730 days.",
        { BrakeAfter: not (>= 1 and <= 100_000) } => $"Reviews__BrakeAfter is {BrakeAfter}; it must be from 1 to 100000 decisions.",
        _ => null,
    };
}
