using System.Text.RegularExpressions;

namespace LabelService.Workflow.Checks;

/// <summary>Language tags by the grammar of BCP 47 (RFC 5646, section 2.1), without the grandfathered ones.</summary>
internal static partial class LanguageTag
{
    private const int MaximumLength = 35;

    public static bool IsWellFormed(string? tag) => tag is { Length: <= MaximumLength } && Grammar().IsMatch(tag);

    [GeneratedRegex("^([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?\\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grammar();
}
