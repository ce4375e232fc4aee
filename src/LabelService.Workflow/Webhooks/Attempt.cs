namespace LabelService.Workflow.Webhooks;

/// <summary>What became of one try.</summary>
/// <param name="Fault">Null where it was taken; else <c>status</c>, <c>redirect</c>, <c>timeout</c>, <c>address</c> (not public, and not allowed) or <c>connection</c>.</param>
internal sealed record Attempt(int? Status, string? Fault, TimeSpan? RetryAfter, int Milliseconds)
{
    public bool IsTaken => Fault is null;

    /// <summary>The receiver never wants anything again.</summary>
    public bool IsGone => Status == 410;

    /// <summary>Whether the receiver, or what stands before it, is overwhelmed.</summary>
    public bool WantsRest => Status is 429 or 502 or 503 or 504;
}
