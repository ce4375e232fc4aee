using System.Collections.Immutable;

namespace LabelService.Workflow.Accounts;

/// <summary>The contract's roles of people.</summary>
public static class PersonRoles
{
    public const string Viewer = "viewer";
    public const string Editor = "editor";
    public const string Moderator = "moderator";
    public const string Senior = "senior";
    public const string RuleAuthor = "rule-author";
    public const string Administrator = "administrator";

    public static readonly ImmutableArray<string> All = [Viewer, Editor, Moderator, Senior, RuleAuthor, Administrator];

    /// <summary>Those who decide for others, and whose account is worth the most to a thief.</summary>
    public static bool AreElevated(IEnumerable<string> roles) => roles.Any(r => r is Administrator or Senior);
}
