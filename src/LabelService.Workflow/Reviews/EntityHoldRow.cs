namespace LabelService.Workflow.Reviews;

/// <summary>A dispute about an entity: while it lasts, only seniors decide questions about it, one by one.</summary>
internal sealed class EntityHoldRow
{
    public required string Id { get; init; }

    /// <summary>Whose questions it leaves to seniors; null for those of every site.</summary>
    public string? Site { get; init; }

    public required string EntityId { get; init; }
    public required string EntityName { get; init; }
    public required string Reason { get; init; }
    public required string ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? LiftedAt { get; set; }
    public string? LiftedByName { get; set; }
}
