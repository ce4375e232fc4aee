using System.Text.RegularExpressions;

namespace LabelService.Engine.Reading;

/// <summary>
/// The link from a label to the public page that explains it. It belongs to the label and not to the article: whoever reads a labelled
/// article again passes it over.
/// </summary>
internal static partial class AboutLink
{
    /// <summary>The class by which HTML tells it.</summary>
    public const string Class = "ls-about";

    /// <param name="publicUrl">Where readers reach the service, without a slash at its end.</param>
    public static string Address(string publicUrl, string jurisdiction, string type, string language) =>
        $"{publicUrl}/about/{Uri.EscapeDataString(jurisdiction.ToLowerInvariant())}/{Uri.EscapeDataString(type)}?lang={Uri.EscapeDataString(language)}";

    /// <summary>Whether an address has the form of such a link at any service: Markdown has no classes.</summary>
    public static bool IsAddress(string href) => href.Contains("/about/", StringComparison.Ordinal) && Form().IsMatch(href);

    public static bool HasClass(ReadOnlySpan<char> classes)
    {
        foreach (var token in classes.Split(' '))
        {
            if (classes[token].Equals(Class, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\Ahttps?://[^\s?#]+/about/(?:[a-z]{2}|any)/[a-z0-9-]{1,64}\?lang=[A-Za-z0-9-]{2,35}\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
