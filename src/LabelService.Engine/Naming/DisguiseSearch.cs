using System.Runtime.InteropServices;
using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>
/// Reads again what hides a name: spaced letters, tags, masks, words broken at a line's end. Only readings that are forms of registered
/// names count, so that a text without such places costs one look at its words.
/// </summary>
internal static class DisguiseSearch
{
    public static void Run(ReadOnlySpan<char> text, in WordList words, NameIndex index, List<NameHit> hits)
    {
        var readings = new HiddenWords(text, words.Span, index.Forms).Find();
        if (readings is null)
        {
            return;
        }

        var (reread, origins) = Replace(words.Span, readings);
        var found = new List<NameHit>();
        new NameSearch(text, CollectionsMarshal.AsSpan(reread), index, found).Run();
        foreach (var hit in found)
        {
            var origin = Origin(origins, hit);
            if (origin != HiddenKind.None)
            {
                hits.Add(origin == HiddenKind.LineBreak || hit.Certainty == Certainty.Rejected ? hit : hit with { Reason = NameReason.Disguised, IsDisguised = true });
            }
        }
    }

    private static (List<Word> Words, List<HiddenKind> Origins) Replace(ReadOnlySpan<Word> words, List<HiddenWord> readings)
    {
        var reread = new List<Word>(words.Length);
        var origins = new List<HiddenKind>(words.Length);
        var next = 0;
        for (var i = 0; i < words.Length;)
        {
            if (next < readings.Count && readings[next].First == i)
            {
                var last = readings[next].Last;
                for (; next < readings.Count && readings[next].First == i; next++)
                {
                    reread.Add(readings[next].Word);
                    origins.Add(readings[next].Kind);
                }

                i = last + 1;
                continue;
            }

            reread.Add(words[i++]);
            origins.Add(HiddenKind.None);
        }

        return (reread, origins);
    }

    /// <summary>The worst of what the words of a find were read from; none where all of them stand as they are.</summary>
    private static HiddenKind Origin(List<HiddenKind> origins, NameHit hit)
    {
        var worst = HiddenKind.None;
        for (var i = hit.First; i <= hit.Last; i++)
        {
            worst = origins[i] > worst ? origins[i] : worst;
        }

        return worst;
    }
}
