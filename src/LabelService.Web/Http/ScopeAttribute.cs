using System.Collections.Immutable;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LabelService.Web.Http;

/// <summary>
/// What a key must be allowed to do to come in here. Refuses before anything is looked up, so that no id is revealed. A person with
/// any role may read, all but viewers check, and an administrator do what takes the scope <c>admin</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ScopeAttribute(string? scope) : Attribute, IAuthorizationFilter
{
    /// <summary>The scope wanted; null where any key will do.</summary>
    public string? Scope => scope;

    /// <summary>Whether the page at <c>/</c> may call this on loopback.</summary>
    public bool Playground { get; init; }

    /// <summary>Roles of people that let in, too, beside those that the scope stands for.</summary>
    public string[] Roles { get; init; } = [];

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
        if (caller.Person is { } person)
        {
            return RefusePerson(person);
        }

        if (caller.Key is not { } key)
        {
            return new Refusal(RefusalKind.Unauthenticated, "no-key", "A key in force is needed: send the header 'Authorization: Bearer <key>'.");
        }

        return scope is null || key.Has(scope)
            ? null
            : new Refusal(RefusalKind.Forbidden, "missing-scope", $"This key lacks the scope '{scope}'.");
    }

    /// <summary>Whether the person may do what takes <paramref name="scope"/>.</summary>
    public static bool Allows(Person person, string? scope) => scope is null || RolesFor(scope).Any(person.Is);

    private Refusal? RefusePerson(Person person) =>
        Allows(person, scope) || Roles.Any(person.Is) ? null
        : person.NeedsSecondFactor ? PersonRefusals.SecondFactorNeeded
        : PersonRefusals.Lacks([.. RolesFor(scope!), .. Roles]);

    private static ImmutableArray<string> RolesFor(string scope) => scope switch
    {
        Scopes.Read => PersonRoles.All,
        Scopes.Check => PersonRoles.All.Remove(PersonRoles.Viewer),
        _ => [PersonRoles.Administrator],
    };
}
