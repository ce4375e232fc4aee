namespace LabelService.Workflow.Checks;

/// <summary>An <c>Idempotency-Key</c> that was spent, and the check that answered it.</summary>
internal sealed class IdempotencyRow
{
    public required string KeyId { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of the request's body.</summary>
    public required byte[] BodyHash { get; init; }

    public required string CheckId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
