namespace LabelService.Workflow.Checks;

/// <summary>Another node has spent the record's <c>Idempotency-Key</c> meanwhile; nothing of the record was kept.</summary>
internal sealed class KeySpentException() : Exception("The Idempotency-Key was spent by another process.");
