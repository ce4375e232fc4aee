namespace LabelService.Workflow.Accounts;

/// <summary>The settings <c>Accounts__*</c>.</summary>
public sealed class AccountsOptions
{
    public const string Section = "Accounts";
    private const string Recommended = "recommended";
    private const string Required = "required";

    /// <summary><c>recommended</c>, or <c>required</c> of seniors and administrators.</summary>
    public string SecondFactor { get; set; } = Recommended;

    /// <summary>Days from being given such a role, after which its rights rest until the second factor is set up.</summary>
    public int SecondFactorGraceDays { get; set; } = 14;

    public bool IsSecondFactorRequired => string.Equals(SecondFactor, Required, StringComparison.OrdinalIgnoreCase);

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault()
    {
        if (!IsSecondFactorRequired && !string.Equals(SecondFactor, Recommended, StringComparison.OrdinalIgnoreCase))
        {
            return $"Accounts__SecondFactor '{SecondFactor}' is unknown; it must be '{Recommended}' or '{Required}'.";
        }

        return SecondFactorGraceDays is < 0 or > 365
            ? $"Accounts__SecondFactorGraceDays is {SecondFactorGraceDays}; it must be a whole number from 0 to 365."
            : null;
    }

    /// <summary>When the roles of the account begin to rest; null where they never do.</summary>
    internal DateTimeOffset? DueAt(Account account) =>
        IsSecondFactorRequired && !account.TwoFactorEnabled && account.ElevatedAt is { } since ? since.AddDays(SecondFactorGraceDays) : null;
}
