using LabelService.Workflow;

namespace LabelService.Web.Checks;

/// <summary>The header by which a caller asks that a repeated request is done once.</summary>
internal static class IdempotencyHeader
{
    public const string Name = "Idempotency-Key";

    public static readonly Refusal Twice = new(RefusalKind.Invalid, "invalid-idempotency-key", "Send one Idempotency-Key, not several.");

    public static readonly Refusal InBatch = new(RefusalKind.Invalid, "idempotency-in-batch",
        "A batch is not answered twice; leave Idempotency-Key out, or send the checks one by one.");
}
