using LabelService.Engine.Matching;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>Finds the registered names in a text and says of each how sure it is. Time grows with the text alone.</summary>
internal static class NameFinder
{
    /// <summary>All places in the order of the text, rejected ones too.</summary>
    public static List<NameHit> Find(string text, NameIndex index)
    {
        var hits = new List<NameHit>();
        Find(text, index, hits);
        return hits;
    }

    public static void Find(string text, NameIndex index, List<NameHit> hits)
    {
        using var words = WordScanner.Scan(text);
        Find(text, words, index, hits);
    }

    /// <param name="linesAreBlocks">See <see cref="NameSearch.LinesAreBlocks"/>.</param>
    public static void Find(ReadOnlySpan<char> text, in WordList words, NameIndex index, List<NameHit> hits, bool linesAreBlocks = false)
    {
        new NameSearch(text, words.Span, index, hits) { LinesAreBlocks = linesAreBlocks }.Run();
        DisguiseSearch.Run(text, words, index, hits);
        if (hits.Count > 0)
        {
            NameResolution.Resolve(hits);
        }
    }
}
