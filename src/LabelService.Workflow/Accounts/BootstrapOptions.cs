namespace LabelService.Workflow.Accounts;

/// <summary>The settings <c>Bootstrap__*</c>: the first key and administrator. Absent, they are made at the first start.</summary>
public sealed class BootstrapOptions
{
    public const string Section = "Bootstrap";

    public string? ApiKey { get; set; }

    public string? AdminEmail { get; set; }

    public string? AdminPassword { get; set; }

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault() => FaultOfKey() ?? FaultOfAdministrator();

    private string? FaultOfKey() => string.IsNullOrEmpty(ApiKey) || (KeySecret.IsWellFormed(ApiKey) && !KeySecret.IsOfPerson(ApiKey))
        ? null
        : "Bootstrap__ApiKey must be 8 to 200 visible ASCII characters without spaces, such as live_ and 32 random letters "
            + $"(keys that begin with {KeySecret.PersonPrefix} belong to people); leave it out to have one made and printed at the first start.";

    private string? FaultOfAdministrator()
    {
        if (string.IsNullOrEmpty(AdminEmail) && string.IsNullOrEmpty(AdminPassword))
        {
            return null;
        }

        if (string.IsNullOrEmpty(AdminEmail) || string.IsNullOrEmpty(AdminPassword))
        {
            return "Bootstrap__AdminEmail and Bootstrap__AdminPassword go together: set both, or leave both out to have an administrator made and printed at the first start.";
        }

        return AccountFields.FaultOfEmail(AdminEmail) is not null
            ? $"Bootstrap__AdminEmail '{AdminEmail}' is no address; it must be like name@example.org."
            : PasswordRules.Fault(AdminPassword, AdminEmail) is not null
                ? $"Bootstrap__AdminPassword must have {PasswordRules.Shortest} to {PasswordRules.Longest} characters and not be the e-mail address."
                : null;
    }
}
