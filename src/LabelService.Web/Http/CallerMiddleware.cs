using System.Net;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;

namespace LabelService.Web.Http;

/// <summary>
/// Finds out who calls; whether that is enough, each action says with <see cref="ScopeAttribute"/> or <see cref="PersonOnlyAttribute"/>.
/// A request with a key touches no cookie.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next, KeyRing keys, Sessions sessions)
{
    private const string Bearer = "Bearer ";
    private const string PlaygroundHeader = "X-Playground";

    public Task InvokeAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization;
        if (authorization is [{ } header])
        {
            Enter(context, header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? OfKey(header.AsSpan(Bearer.Length).Trim(), context) : Caller.Nobody);
        }
        else if (authorization.Count == 0)
        {
            var caller = IsThisMachine(context) ? new Caller(null, IsPlayground(context)) { IsVisitor = IsVisitor(context) } : Caller.Nobody;
            if (Sessions.IsCarriedBy(context))
            {
                return WithSessionAsync(context, caller);
            }

            Enter(context, caller);
        }

        return next(context);
    }

    private Caller OfKey(ReadOnlySpan<char> presented, HttpContext context)
    {
        if (!KeySecret.IsOfPerson(presented))
        {
            return new Caller(keys.Find(presented), IsPlayground: false);
        }

        return keys.FindPerson(presented) is { } person ? Caller.Nobody.As(person, context, isSession: false) : Caller.Nobody;
    }

    /// <summary>What the call changes is written down in the caller's name.</summary>
    private static void Enter(HttpContext context, Caller caller)
    {
        context.Features.Set(caller);
        if (caller.Person is { } person)
        {
            AuditScope.Enter(AuditActor.Of(person));
        }
        else if (caller.Key is { } key)
        {
            AuditScope.Enter(AuditActor.OfKey(key.Id));
        }
    }

    private async Task WithSessionAsync(HttpContext context, Caller caller)
    {
        var person = await sessions.FindAsync(context);
        Enter(context, person is null ? caller : caller.As(person, context, isSession: true));
        if (person is null || await sessions.HasTokenAsync(context))
        {
            await next(context);
            return;
        }

        await RefusedPage.ShowAsync(context, PersonRefusals.Forgery);
    }

    /// <summary>
    /// The page at <c>/</c> needs no key where browser and service are the same machine, and the browser itself says that the page came
    /// from here: other sites can neither set the header without asking first (CORS is off) nor pretend to be of the same origin.
    /// </summary>
    private static bool IsPlayground(HttpContext context) =>
        context.Request.Headers[PlaygroundHeader] == "1" && context.Request.Headers["Sec-Fetch-Site"] == "same-origin";

    /// <summary>Who typed the address of a page or came to it from another page of this service; never by the hand of another site.</summary>
    private static bool IsVisitor(HttpContext context) =>
        context.Request.Headers["Sec-Fetch-Site"] == "same-origin"
        || (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers["Sec-Fetch-Site"] == "none");

    /// <summary>The connection is loopback, and no proxy stands between.</summary>
    private static bool IsThisMachine(HttpContext context)
    {
        return context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && IsLoopbackName(context.Request.Host.Host)
            && context.Features.Get<Forwarded>() is { IsSo: false };
    }

    /// <summary>Keeps out a foreign name that was made to resolve to this machine (DNS rebinding).</summary>
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
