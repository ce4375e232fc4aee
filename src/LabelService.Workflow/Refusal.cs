using System.Collections.Immutable;

namespace LabelService.Workflow;

/// <summary>Why a request is not done: a value, not an exception. The host turns its kind into a status.</summary>
/// <param name="Code">Stable; callers branch on it.</param>
/// <param name="Detail">What is wrong and what would be right, for a person.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Detail)
{
    /// <summary>Messages by JSON path, such as <c>$.article.body</c>, where fields are at fault.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Errors { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>After how long another try makes sense.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How many requests a minute were allowed, where they were too many; told in the <c>RateLimit</c> headers.</summary>
    public int? RequestsPerMinute { get; init; }

    public static Refusal Invalid(string path, string message) =>
        Invalid(ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add(path, [message]));

    public static Refusal Invalid(ImmutableSortedDictionary<string, ImmutableArray<string>> errors, string code = "invalid-request") =>
        new(RefusalKind.Invalid, code, Summary(errors)) { Errors = errors };

    public static Refusal NotFound(string what) => new(RefusalKind.NotFound, "not-found", what);

    private static string Summary(ImmutableSortedDictionary<string, ImmutableArray<string>> errors)
    {
        var (path, messages) = errors.First();
        var more = errors.Sum(e => e.Value.Length) - 1;
        return $"{path}: {messages[0]}" + (more > 0 ? $" ({more} more in \"errors\".)" : "");
    }
}

/// <summary>The kinds of refusal of the contract, each with one status.</summary>
public enum RefusalKind
{
    Invalid,
    Unauthenticated,
    Forbidden,
    NotFound,
    StillRunning,
    Conflict,
    TooLarge,
    UnsupportedMediaType,
    KeyReused,
    TooManyRequests,
    Unavailable,
}
