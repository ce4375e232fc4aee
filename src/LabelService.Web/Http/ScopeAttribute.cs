using LabelService.Workflow;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LabelService.Web.Http;

/// <summary>What a key must be allowed to do to come in here. Refuses before anything is looked up, so that no id is revealed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ScopeAttribute(string? scope) : Attribute, IAuthorizationFilter
{
    /// <summary>The scope wanted; null where any key will do.</summary>
    public string? Scope => scope;

    /// <summary>Whether the page at <c>/</c> may call this on loopback.</summary>
    public bool Playground { get; init; }

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var caller = Caller.Of(context.HttpContext);
        if (caller.IsPlayground && Playground)
        {
            return;
        }

        if (Refuse(caller) is { } refusal)
        {
            context.Result = new RefusalResult(refusal);
        }
    }

    private Refusal? Refuse(Caller caller)
    {
        if (caller.Key is not { } key)
        {
            return new Refusal(RefusalKind.Unauthenticated, "no-key", "A key in force is needed: send the header 'Authorization: Bearer <key>'.");
        }

        return scope is null || key.Has(scope)
            ? null
            : new Refusal(RefusalKind.Forbidden, "missing-scope", $"This key lacks the scope '{scope}'.");
    }
}
