using LabelService.Workflow.Accounts;

namespace LabelService.Web.Http;

/// <summary>Who sends a request, as far as its header or cookie says; put there by <see cref="CallerMiddleware"/>.</summary>
/// <param name="Key">The site key; null without one in force.</param>
/// <param name="IsPlayground">The page at <c>/</c> on this very machine: it may check and look without a key, and stores nothing.</param>
internal sealed record Caller(ApiKey? Key, bool IsPlayground)
{
    /// <summary>Chosen by the person among the sites that they see.</summary>
    public const string SiteCookie = "site";

    /// <summary>Somebody who opened a page of this service on this very machine: pages that only show what is loaded need no key there.</summary>
    public bool IsVisitor { get; init; }

    /// <summary>Who is signed in, or whose personal key was sent; null for a site key and for nobody.</summary>
    public Person? Person { get; init; }

    /// <summary>The person, where the action lets only people in.</summary>
    public Person SignedIn => Person ?? throw new InvalidOperationException("No person is signed in.");

    /// <summary>The person comes by the cookie of a session, which a browser sends by itself: what they change needs the anti-forgery token.</summary>
    public bool IsSession { get; init; }

    /// <summary>Whose articles the call is about; null for nobody.</summary>
    public string? Site { get; init; } = Key?.Site;

    /// <summary>What the log and the limits know the caller by.</summary>
    public string? Id => Key?.Id ?? Person?.Id;

    public static readonly Caller Nobody = new(null, false);

    public static Caller Of(HttpContext context) => context.Features.Get<Caller>() ?? Nobody;

    /// <summary>The same caller as this person.</summary>
    public Caller As(Person person, HttpContext context, bool isSession) =>
        this with { Person = person, IsSession = isSession, Site = person.SiteOr(context.Request.Cookies[SiteCookie]) };
}
