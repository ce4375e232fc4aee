namespace LabelService.Workflow.Workshop;

/// <summary>How often a rule spoke on a day (UTC).</summary>
internal sealed class RuleUseRow
{
    public required string Rule { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>In answers that showed it.</summary>
    public long Fired { get; set; }

    /// <summary>In shadow: counted, not shown.</summary>
    public long Shadowed { get; set; }
}
