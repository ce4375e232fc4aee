using System.Text;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;

namespace LabelService.Engine.Labelling;

/// <summary>The labelled article as plain text: paragraphs with a blank line between.</summary>
internal static class LabelledText
{
    public static string Write(ArticleFacts facts, LabelPlan plan)
    {
        var paragraphs = new List<string?> { facts.Parts.Title };
        paragraphs.AddRange(plan.At(Placement.BeforeTitle).Concat(plan.At(Placement.BeforeBody)).Concat(plan.At(Placement.OnMedia)).Select(a => a.Text));
        paragraphs.Add(facts.Parts.Lead);
        var body = Body(facts, plan);
        var sourceAt = body.FindIndex(p => p.Part == PartKind.SourceLine);
        paragraphs.AddRange(body.Take(sourceAt < 0 ? body.Count : sourceAt).Select(p => p.Text));
        paragraphs.AddRange(plan.At(Placement.AfterBody).Select(a => a.Text));
        paragraphs.AddRange(body.Skip(sourceAt < 0 ? body.Count : sourceAt).Select(p => p.Text));
        paragraphs.Add(SourceLine.Of(facts));
        return string.Join("\n\n", paragraphs.Where(p => !string.IsNullOrWhiteSpace(p)));
    }

    public static List<(PartKind Part, string Text)> Body(ArticleFacts facts, LabelPlan plan) =>
        Body(facts, plan, static words => words.ToString(), static remark => remark.Text);

    /// <summary>The blocks that stay, each written by the caller's own ways to write words and remarks.</summary>
    public static List<(PartKind Part, string Text)> Body(ArticleFacts facts, LabelPlan plan, WriteWords words, Func<Remark, string> remark)
    {
        var blocks = facts.Article.Body.Blocks;
        return [.. Enumerable.Range(0, blocks.Length).Where(i => !plan.LeftOutBlocks.Contains(i))
            .Select(i => (facts.Parts.Body[i], Block(facts.Article.Body.Text, blocks[i].Start, blocks[i].End, plan, words, remark)))];
    }

    private static string Block(string text, int start, int end, LabelPlan plan, WriteWords words, Func<Remark, string> remark)
    {
        var cuts = plan.Cuts.Where(c => c.Start >= start && c.End <= end).OrderBy(c => c.Start).ToList();
        var remarks = plan.Remarks.Where(a => a.At > start && a.At <= end).OrderBy(a => a.At).ToList();
        if (cuts.Count == 0 && remarks.Count == 0)
        {
            return words(text.AsSpan(start, end - start));
        }

        var written = new StringBuilder();
        var at = start;
        foreach (var (from, to, put) in cuts.Select(c => (c.Start, c.End, "")).Concat(remarks.Select(r => (r.At, r.At, remark(r)))).OrderBy(e => e.Item1).ThenBy(e => e.Item2))
        {
            written.Append(words(text.AsSpan(at, Math.Max(0, from - at)))).Append(put);
            at = Math.Max(at, to);
        }

        return written.Append(words(text.AsSpan(at, end - at))).ToString().Trim();
    }

    public delegate string WriteWords(ReadOnlySpan<char> words);
}
