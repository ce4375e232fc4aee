namespace LabelService.Workflow.Audit;

/// <summary>The one row that orders everything written down: the end of the audit chain and the last event's number.</summary>
internal sealed class LedgerRow
{
    public int Id { get; init; }
    public long AuditSeq { get; set; }
    public required byte[] AuditHash { get; set; }
    public long EventSeq { get; set; }
}
