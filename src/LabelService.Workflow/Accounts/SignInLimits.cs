namespace LabelService.Workflow.Accounts;

/// <summary>How many wrong passwords or codes in a row lock an account, and for how long (from the last of them).</summary>
internal static class SignInLimits
{
    public const int Tries = 5;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>How long a one-time link is good.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(72);
}
