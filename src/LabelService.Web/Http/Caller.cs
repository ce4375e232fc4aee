using LabelService.Workflow.Accounts;

namespace LabelService.Web.Http;

/// <summary>Who sends a request, as far as its header says; put there by <see cref="CallerMiddleware"/>.</summary>
/// <param name="Key">Null without a key in force.</param>
/// <param name="IsPlayground">The page at <c>/</c> on this very machine: it may check and look without a key, and stores nothing.</param>
internal sealed record Caller(ApiKey? Key, bool IsPlayground)
{
    /// <summary>Somebody who opened a page of this service on this very machine: pages that only show what is loaded need no key there.</summary>
    public bool IsVisitor { get; init; }

    public static readonly Caller Nobody = new(null, false);

    public static Caller Of(HttpContext context) => context.Features.Get<Caller>() ?? Nobody;
}
