namespace LabelService.Workflow.Reviews;

/// <summary>The settings <c>Reviews__*</c>.</summary>
public sealed class ReviewOptions
{
    public const string Section = "Reviews";

    /// <summary>After how many hours a question is overdue where neither the article's planned time nor its rule says.</summary>
    public double DueAfterHours { get; set; } = 24;

    /// <summary>How long a claim lasts that is not renewed.</summary>
    public int LeaseSeconds { get; set; } = 120;

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault() => this switch
    {
        { DueAfterHours: not (>= 0.25 and <= 8760) } => $"Reviews__DueAfterHours is {DueAfterHours}; it must be from 0.25 to 8760 hours.",
        { LeaseSeconds: not (>= 2 and <= 3600) } => $"Reviews__LeaseSeconds is {LeaseSeconds}; it must be from 2 to 3600 seconds.",
        _ => null,
    };
}
