namespace LabelService.Workflow.Storage;

/// <summary>The one row that readiness writes, to know that writing works.</summary>
internal sealed class StoreProbeRow
{
    public int Id { get; init; }
    public DateTimeOffset At { get; set; }
}
