using System.Runtime.InteropServices;
using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Reading;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>One field searched once for everything: its words, the phrases in it, and the blocks where a notice may stand.</summary>
internal sealed class FieldScan
{
    /// <summary>Longest hit, in UTF-16 units: what invisible characters stretch beyond it is no name.</summary>
    private const int LongestHit = 400;

    private FieldScan(ReadField field) => Field = field;

    public ReadField Field { get; }

    /// <summary>In the order of their starts.</summary>
    public List<PhraseHit> Hits { get; } = [];

    /// <summary>Registered names in the order of their starts, rejected ones too.</summary>
    public List<NameHit> Names { get; } = [];

    /// <summary>Where notices stand.</summary>
    public RangeSet NoticeRanges { get; } = new();

    /// <summary>Names by the mark of a footnote behind them.</summary>
    public Dictionary<string, MarkedNames> Marked { get; } = new(StringComparer.Ordinal);

    /// <summary>Pairs of block and notice form worth comparing.</summary>
    public HashSet<(int Block, int Form)> Candidates { get; } = [];

    public static FieldScan Of(ReadField field, FactIndex index)
    {
        var scan = new FieldScan(field);
        using var words = WordScanner.Scan(field.Text);
        index.Phrases.Find(field.Text, words.Span, scan.Hits);
        NameFinder.Find(field.Text, words, index.Names, scan.Names, field.LinesAreBlocks);
        scan.Hits.RemoveAll(hit => hit.End - hit.Start > LongestHit);
        scan.Names.RemoveAll(hit => hit.Length > LongestHit);
        scan.FindCandidates(words.Span, index);
        return scan;
    }

    /// <summary>The hits that begin in a range, and those before it that may reach into it.</summary>
    public ReadOnlySpan<PhraseHit> HitsAround(int start, int end)
    {
        var hits = CollectionsMarshal.AsSpan(Hits);
        var first = CountBefore(hits, start - LongestHit);
        return hits[first..Math.Max(first, CountBefore(hits, end + 1))];
    }

    /// <summary>The names that begin in a range, and those before it that may reach into it.</summary>
    public ReadOnlySpan<NameHit> NamesAround(int start, int end)
    {
        var names = CollectionsMarshal.AsSpan(Names);
        var first = NamesBefore(names, start - LongestHit);
        return names[first..Math.Max(first, NamesBefore(names, end + 1))];
    }

    /// <summary>The block that holds a position of the text, or -1.</summary>
    public int BlockAt(int position) => BlockAt(Field, position);

    /// <summary>The block of a field that holds a position of its text, or -1.</summary>
    public static int BlockAt(ReadField field, int position)
    {
        int low = 0, high = field.Blocks.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var block = field.Blocks[middle];
            if (position < block.Start)
            {
                high = middle - 1;
            }
            else if (position >= block.End)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }

    public Evidence Evidence(int start, int end, EvidenceKind kind) => EvidenceOf.Range(Field, start, end, kind);

    private static int NamesBefore(ReadOnlySpan<NameHit> names, int position)
    {
        int low = 0, high = names.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = names[middle].Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int CountBefore(ReadOnlySpan<PhraseHit> hits, int position)
    {
        int low = 0, high = hits.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (hits[middle].Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void FindCandidates(ReadOnlySpan<Word> words, FactIndex index)
    {
        foreach (var word in words)
        {
            if (index.MayStartForm(word.Stem) && index.FormsByStem.TryGetValue(word.Stem, out var forms) && BlockAt(word.Start) is >= 0 and var block)
            {
                foreach (var form in forms)
                {
                    Candidates.Add((block, form));
                }
            }
        }
    }
}
