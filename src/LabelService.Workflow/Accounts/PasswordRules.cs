namespace LabelService.Workflow.Accounts;

/// <summary>Length is what makes a password strong (NIST SP 800-63B, 3.1.1): no rules about kinds of characters.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;

    /// <summary>Hashing more would be work that anybody may ask for.</summary>
    public const int Longest = 128;

    public static Refusal? Fault(string? password, string? email) =>
        password is not { Length: >= Shortest and <= Longest } ? AccountRefusals.PasswordLength
        : string.Equals(password, email, StringComparison.OrdinalIgnoreCase) ? AccountRefusals.PasswordIsEmail
        : null;
}
