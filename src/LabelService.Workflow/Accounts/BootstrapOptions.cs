namespace LabelService.Workflow.Accounts;

/// <summary>The settings <c>Bootstrap__*</c>: the first key. Absent, one is made at the first start.</summary>
public sealed class BootstrapOptions
{
    public const string Section = "Bootstrap";

    public string? ApiKey { get; set; }

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault() => string.IsNullOrEmpty(ApiKey) || KeySecret.IsWellFormed(ApiKey)
        ? null
        : "Bootstrap__ApiKey must be 8 to 200 visible ASCII characters without spaces, such as live_ and 32 random letters; "
            + "leave it out to have one made and printed at the first start.";
}
