using LabelService.Web.Playground;

namespace LabelService.Web.Accounts;

/// <summary>The sign-in, and the page that asks for the code.</summary>
/// <param name="Return">Where to go then; an address of this service.</param>
/// <param name="Fault">The code of the refusal, by which its text goes; null where nothing is wrong.</param>
internal sealed record SignInPage(PageLook Look, string Email, string Return, string? Fault) : SitePage(Look)
{
    /// <summary>A password was just set by a one-time link.</summary>
    public bool IsPasswordSet { get; init; }
}
