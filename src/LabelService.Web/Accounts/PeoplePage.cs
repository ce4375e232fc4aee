using System.Collections.Immutable;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Accounts;

/// <summary>All accounts, or those found.</summary>
internal sealed record PeoplePage(PageLook Look, string Words, ImmutableArray<Account> Found, DateTimeOffset Now) : AccountPage(Look);

/// <summary>One account, to an administrator.</summary>
internal sealed record PersonPage(PageLook Look, Account Account, DateTimeOffset Now) : AccountPage(Look)
{
    public static readonly ImmutableArray<string> Dones = ["given", "disabled", "enabled", "unlocked", "second-factor-reset"];

    /// <summary>The code of the refusal.</summary>
    public string? Fault { get; init; }

    public string? Done { get; init; }

    public bool IsInvited => Account.PasswordHash is null;
}

/// <summary>The form for a new account, as it was sent.</summary>
internal sealed record InvitePage(PageLook Look, InviteForm Form, string? Fault) : AccountPage(Look);

/// <summary>A one-time link, shown this once.</summary>
internal sealed record LinkPage(PageLook Look, Account Account, string Link) : AccountPage(Look);

/// <summary>What an administrator fills in.</summary>
internal sealed class InviteForm
{
    public string? Email { get; set; }
    public string? Name { get; set; }
    public string? Language { get; set; }
    public string[]? Roles { get; set; }

    /// <summary>Separated by commas or lines.</summary>
    public string? Sites { get; set; }
}
