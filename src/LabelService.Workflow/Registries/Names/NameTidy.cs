using System.Text.RegularExpressions;

namespace LabelService.Workflow.Registries.Names;

/// <summary>Brings the spaces and quotes of a register's name into one form.</summary>
internal static partial class NameTidy
{
    /// <summary>Single spaces, and one before an opening quote.</summary>
    public static string Spaces(string text)
    {
        var single = Blank().Replace(Invisible().Replace(text, ""), " ").Trim();
        return JoinedQuote().Replace(single, "$1 «").Replace("« ", "«", StringComparison.Ordinal).Replace(" »", "»", StringComparison.Ordinal);
    }

    /// <summary>Straight and foreign quotes as «»; one opens where a word begins.</summary>
    public static string Quotes(string text)
    {
        var tidied = text.ToCharArray();
        for (var i = 0; i < tidied.Length; i++)
        {
            tidied[i] = tidied[i] switch
            {
                '"' or '“' or '”' or '„' or '″' => i == 0 || tidied[i - 1] is ' ' or '(' or '«' or '-' or '–' ? '«' : '»',
                var other => other,
            };
        }

        return new string(tidied);
    }

    [GeneratedRegex(@"[\s\u00A0\u2007\u202F\p{Cc}]+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"[\u200B-\u200D\u2060\uFEFF\u00AD]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"(\p{L})«")]
    private static partial Regex JoinedQuote();
}
