using System.Collections.Frozen;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Examples;

/// <summary>The failures that can be asked for, each as it comes in earnest.</summary>
internal static class ExampleFailures
{
    /// <summary>The word whose answer comes late.</summary>
    public const string Slow = "slow";

    /// <summary>Longer than any editor should wait.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);

    private const string Body = "$.article.body";
    private const string Complex = "The text reaches the work limit; send it in parts.";

    public static FrozenDictionary<string, ExampleFailure> All { get; } = new ExampleFailure[]
    {
        new("too-complex", "The article cannot be judged; another try makes no sense.",
            new Refusal(RefusalKind.Invalid, "too-complex", $"{Body}: {Complex}") { Errors = Refusal.Invalid(Body, Complex).Errors }),
        new("rate-limited", "The key has sent too many requests; try again after Retry-After seconds.",
            new Refusal(RefusalKind.TooManyRequests, "too-many-requests", "This key may send 60 requests a minute; try again after Retry-After seconds.")
            {
                RetryAfter = TimeSpan.FromSeconds(5),
                RequestsPerMinute = 60,
            }),
        new("unavailable", "The service cannot answer at the moment; try again after Retry-After seconds.",
            new Refusal(RefusalKind.Unavailable, "store-unavailable", "The store cannot be used at the moment; nothing was kept. Try again.") { RetryAfter = TimeSpan.FromSeconds(2) }),
    }.ToFrozenDictionary(f => f.Outcome, StringComparer.Ordinal);
}

internal sealed record ExampleFailure(string Outcome, string Says, Refusal Refusal);
