using LabelService.Workflow;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LabelService.Web.Http;

/// <summary>
/// Lets only people in: by session or personal key, with one of the roles where some are named (an administrator has all). Programs get a
/// problem; on a page nobody is led to the sign-in, and whoever lacks the role is told so.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class PersonOnlyAttribute(params string[] roles) : Attribute, IAuthorizationFilter
{
    public IReadOnlyList<string> Roles => roles;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var caller = Caller.Of(context.HttpContext);
        if (Refuse(caller) is not { } refusal)
        {
            return;
        }

        var isPage = !WantsJson.Is(context.HttpContext.Request);
        context.Result = isPage && refusal.Kind == RefusalKind.Unauthenticated ? SignInFirst(context.HttpContext.Request)
            : isPage && refusal.Code == PersonRefusals.SecondFactorNeeded.Code ? new LocalRedirectResult("/me/second-factor")
            : new RefusedResult(refusal);
    }

    private Refusal? Refuse(Caller caller)
    {
        if (caller.Person is not { } person)
        {
            return caller.Key is null ? PersonRefusals.Nobody : PersonRefusals.SiteKey;
        }

        if (roles.Length == 0 || roles.Any(person.Is))
        {
            return null;
        }

        return person.NeedsSecondFactor ? PersonRefusals.SecondFactorNeeded : PersonRefusals.Lacks(roles);
    }

    /// <summary>Back to what was asked for; a form that was sent cannot be sent again by itself.</summary>
    private static LocalRedirectResult SignInFirst(HttpRequest request)
    {
        var asked = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : "/";
        return new LocalRedirectResult($"/sign-in?return={Uri.EscapeDataString(asked)}");
    }

    private sealed class RefusedResult(Refusal refusal) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => RefusedPage.ShowAsync(context.HttpContext, refusal);
    }
}
