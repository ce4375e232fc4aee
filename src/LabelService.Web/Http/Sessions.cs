using System.Security.Claims;
using LabelService.Workflow.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace LabelService.Web.Http;

/// <summary>
/// Sessions by cookie. The cookie says whose it is and which stamp the account had; the account itself is looked up with every request, so
/// that one which is disabled, or has other roles, is so at once.
/// </summary>
internal sealed class Sessions(KeyRing people, IAntiforgery antiforgery)
{
    public const string Scheme = "session";

    /// <summary>The password was right, the code is still to come.</summary>
    public const string HalfScheme = "half-session";

    public const string Cookie = "labels.session";
    public const string HalfCookie = "labels.half-session";
    public const string TokenHeader = "X-Antiforgery";
    public const string TokenCookie = "labels.antiforgery";
    private const string Stamp = "stamp";

    public static bool IsCarriedBy(HttpContext context) => context.Request.Cookies.ContainsKey(Cookie);

    /// <returns>Who is signed in; null where the cookie is out of date, or the account has changed since.</returns>
    public async Task<Person?> FindAsync(HttpContext context)
    {
        var (id, stamp, principal) = await ReadAsync(context, Scheme);
        if (id is null || people.FindPerson(id, stamp!) is not { } person)
        {
            return null;
        }

        // The anti-forgery token belongs to the person, too.
        context.User = principal!;
        return person;
    }

    /// <summary>Whether an unsafe request carries its token, in a form or a header; one that changes nothing needs none.</summary>
    public async Task<bool> HasTokenAsync(HttpContext context)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            // The form cannot be read, so no token can.
            return false;
        }
    }

    public static async Task SignInAsync(HttpContext context, Account account)
    {
        await context.SignOutAsync(HalfScheme);
        await context.SignInAsync(Scheme, Principal(account, Scheme));
    }

    public static Task SignInHalfAsync(HttpContext context, Account account) => context.SignInAsync(HalfScheme, Principal(account, HalfScheme));

    /// <returns>Whose password was right, and the stamp of then.</returns>
    public static async Task<(string Id, string Stamp)?> FindHalfAsync(HttpContext context) =>
        await ReadAsync(context, HalfScheme) is ({ } id, { } stamp, _) ? (id, stamp) : null;

    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Scheme);

    private static async Task<(string? Id, string? Stamp, ClaimsPrincipal? Principal)> ReadAsync(HttpContext context, string scheme)
    {
        var principal = (await context.AuthenticateAsync(scheme)).Principal;
        var (id, stamp) = (principal?.FindFirstValue(ClaimTypes.NameIdentifier), principal?.FindFirstValue(Stamp));
        return id is null || stamp is null ? (null, null, null) : (id, stamp, principal);
    }

    private static ClaimsPrincipal Principal(Account account, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, account.Id), new Claim(Stamp, account.SecurityStamp!)], scheme));
}
