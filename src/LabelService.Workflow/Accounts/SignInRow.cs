namespace LabelService.Workflow.Accounts;

/// <summary>A sign-in, for the person to recognise or not. No address is kept; only the last few rows of an account are.</summary>
internal sealed class SignInRow
{
    public const int Kept = 10;
    public const int LongestBrowser = 200;

    public long Id { get; init; }
    public required string AccountId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary><c>password</c>, <c>code</c> or <c>recovery-code</c>: what was asked last.</summary>
    public required string Way { get; init; }

    /// <summary>What the browser called itself, cut.</summary>
    public required string Browser { get; init; }
}
