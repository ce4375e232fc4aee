using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>One field searched once for everything: its words, the phrases in it, and the blocks where a notice may stand.</summary>
internal sealed class FieldScan
{
    private FieldScan(ReadField field) => Field = field;

    public ReadField Field { get; }

    public List<PhraseHit> Hits { get; } = [];

    /// <summary>Pairs of block and notice form worth comparing.</summary>
    public HashSet<(int Block, int Form)> Candidates { get; } = [];

    public static FieldScan Of(ReadField field, FactIndex index)
    {
        var scan = new FieldScan(field);
        using var words = WordScanner.Scan(field.Text);
        index.Phrases.Find(field.Text, words.Span, scan.Hits);
        scan.FindCandidates(words.Span, index);
        return scan;
    }

    /// <summary>The block that holds a position of the text, or -1.</summary>
    public int BlockAt(int position)
    {
        int low = 0, high = Field.Blocks.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var block = Field.Blocks[middle];
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
