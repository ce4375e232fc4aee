using System.Collections.Immutable;

namespace LabelService.Workflow.Reviews;

/// <summary>The words of a search: letters and digits only, so that none can be an operator of either database.</summary>
internal static class SearchWords
{
    private const int Most = 8;

    public static ImmutableArray<string> Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isLetter && start < 0)
            {
                start = i;
            }
            else if (!isLetter && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return [.. words.Distinct(StringComparer.Ordinal).Take(Most)];
    }
}
