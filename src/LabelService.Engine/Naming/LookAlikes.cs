using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>The same capitals in the other alphabet: writers switch keyboards within «ТНК-ВР».</summary>
internal static class LookAlikes
{
    private const string Cyrillic = "авсенкмортху";
    private const string Latin = "abcehkmoptxy";

    /// <summary>The word in the other alphabet, where each of its letters has a twin there.</summary>
    public static IEnumerable<string> Of(string folded)
    {
        foreach (var (from, to) in new[] { (Cyrillic, Latin), (Latin, Cyrillic) })
        {
            if (folded.Length > 1 && folded.All(c => from.Contains(c, StringComparison.Ordinal)))
            {
                yield return string.Concat(folded.Select(c => to[from.IndexOf(c, StringComparison.Ordinal)]));
            }
        }
    }
}
