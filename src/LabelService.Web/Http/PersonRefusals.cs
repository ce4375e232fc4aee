using LabelService.Workflow;

namespace LabelService.Web.Http;

/// <summary>Why a call that needs a person is not done. Pages have a text for each code (<c>site.refused.…</c>).</summary>
internal static class PersonRefusals
{
    public static Refusal Nobody => new(RefusalKind.Unauthenticated, "no-person",
        "A person is needed: sign in, or send a personal key in the header 'Authorization: Bearer person_…'.");

    public static Refusal SiteKey => new(RefusalKind.Forbidden, "person-needed",
        "A person is needed here, and this is a site's key: sign in, or send a personal key (person_…).");

    public static Refusal SecondFactorNeeded => new(RefusalKind.Forbidden, "second-factor-needed",
        "The rights of this account rest until its second factor is set up, at /me/second-factor.");

    public static Refusal Forgery => new(RefusalKind.Invalid, "antiforgery",
        $"A change in a session needs the anti-forgery token: the header {Sessions.TokenHeader} with the content of the page's meta element 'antiforgery', or the form's own field. Open the page again.");

    public static Refusal Lacks(IEnumerable<string> roles) => new(RefusalKind.Forbidden, "missing-role", $"One of these roles is needed: {string.Join(", ", roles)}.");
}
