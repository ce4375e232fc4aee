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

    public static List<(PartKind Part, string Text)> Body(ArticleFacts facts, LabelPlan plan)
    {
        var blocks = facts.Article.Body.Blocks;
        return [.. Enumerable.Range(0, blocks.Length).Where(i => !plan.LeftOutBlocks.Contains(i))
            .Select(i => (facts.Parts.Body[i], Block(facts.Article.Body.Text, blocks[i].Start, blocks[i].End, plan)))];
    }

    private static string Block(string text, int start, int end, LabelPlan plan)
    {
        var cuts = plan.Cuts.Where(c => c.Start >= start && c.End <= end).OrderBy(c => c.Start).ToList();
        var remarks = plan.At(Placement.AtMention).Where(a => a.At > start && a.At <= end).OrderBy(a => a.At).ToList();
        if (cuts.Count == 0 && remarks.Count == 0)
        {
            return text[start..end];
        }

        var written = new StringBuilder();
        var at = start;
        foreach (var (from, to, put) in cuts.Select(c => (c.Start, c.End, "")).Concat(remarks.Select(r => (r.At, r.At, Remark(r.Text)))).OrderBy(e => e.Item1).ThenBy(e => e.Item2))
        {
            written.Append(text, at, Math.Max(0, from - at)).Append(put);
            at = Math.Max(at, to);
        }

        return written.Append(text, at, end - at).ToString().Trim();
    }

    /// <summary>A text behind a name stands in brackets unless it brings its own.</summary>
    public static string Remark(string text) => text is ['(', .., ')'] ? " " + text : $" ({text})";
}
