using LabelService.Engine.Model;
using LabelService.Workflow.Reviews;

namespace LabelService.Workflow.Checks;

/// <summary>Everything that one check leaves behind; written in one transaction or not at all.</summary>
/// <param name="Json">The answer as UTF-8 JSON; null where the report waits for a review's id.</param>
/// <param name="Submitted">The request's body. The buffer must stay untouched until the record is packed (<see cref="PackedCheck"/>).</param>
internal sealed record CheckRecord(
    CheckReport Report, byte[]? Json, CheckRequest Request, ReadOnlyMemory<byte> Submitted, string Site, string KeyId, DateTimeOffset Now)
{
    /// <summary>The <c>Idempotency-Key</c> that the check spends, and the hash of the body.</summary>
    public (string Key, byte[] BodyHash)? Idempotency { get; init; }

    /// <summary>What a moderator must decide; null where nothing. Its answer then waits for the review's id.</summary>
    public ReviewDraft? Review { get; init; }

    /// <summary>See <see cref="Articles.ArticleRow.LabelsHash"/>.</summary>
    public required string LabelsHash { get; init; }
}
