using System.Collections.Immutable;

namespace LabelService.Workflow.Accounts;

/// <summary>Somebody with an account in force, as sessions and personal keys speak for them.</summary>
/// <param name="Roles">Some of <see cref="PersonRoles"/>; none while a second factor is overdue.</param>
/// <param name="Sites">Whose articles the person may see; <c>*</c> stands for all.</param>
public sealed record Person(string Id, string Name, string Email, ImmutableArray<string> Roles, ImmutableArray<string> Sites)
{
    public const string EverySite = "*";

    /// <summary><c>en</c> or <c>ru</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The roles rest until the person has set up the second factor that the settings ask for.</summary>
    public bool NeedsSecondFactor { get; init; }

    /// <summary>Whether the person may do what <paramref name="role"/> may; an administrator may all of it.</summary>
    public bool Is(string role) => Roles.Contains(role, StringComparer.Ordinal) || Roles.Contains(PersonRoles.Administrator, StringComparer.Ordinal);

    public bool Sees(string site) => Sites.Contains(EverySite, StringComparer.Ordinal) || Sites.Contains(site, StringComparer.Ordinal);

    /// <summary>The site that a call of the person is about: the one asked for where they may see it, else their first.</summary>
    public string SiteOr(string? asked) =>
        asked is { Length: > 0 } && asked != EverySite && Sees(asked) ? asked : Sites.FirstOrDefault(s => s != EverySite) ?? DefaultSite;

    private const string DefaultSite = "default";
}
