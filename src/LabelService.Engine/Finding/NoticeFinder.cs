using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>A notice as its wording stands in a field.</summary>
/// <param name="Subject">The name it gives, as a range of the text; null where its form names nobody.</param>
internal sealed record RawNotice(NoticeForm Form, FieldScan Scan, int Block, int Start, int End, string? SubjectText, IReadOnlyList<Entity> Subjects);

/// <summary>Finds the notices that an article already carries, by the wordings that packs list.</summary>
internal static class NoticeFinder
{
    /// <exception cref="Model.CheckRefusedException">The budget is used up.</exception>
    public static List<RawNotice> Find(FieldScan scan, FactIndex index, WordingBudget budget)
    {
        var found = new List<RawNotice>();
        foreach (var block in scan.Candidates.GroupBy(c => c.Block).OrderBy(g => g.Key))
        {
            FindInBlock(scan, index, block.Key, block.Select(c => c.Form).Order(), budget, found);
        }

        return found;
    }

    private static void FindInBlock(FieldScan scan, FactIndex index, int block, IEnumerable<int> forms, WordingBudget budget, List<RawNotice> found)
    {
        var field = scan.Field;
        var tokens = TokenLine.Of(field.Text, field.Blocks[block].Start, field.Blocks[block].End);
        var here = new List<RawNotice>();
        var isFootnote = NoticeShapes.BeginsWithMark(field.Span(field.Blocks[block]));
        foreach (var form in forms.Select(f => index.Forms[f]).Where(f => isFootnote || f.Form.Shape != NoticeShape.Footnote))
        {
            foreach (var (start, end, subject) in form.Pattern.Find(tokens, budget))
            {
                if (NoticeShapes.Fit(scan, block, form, start, end, subject) is { } notice)
                {
                    here.Add(notice);
                }
            }
        }

        // Wordings overlap: the longest says most of what is there.
        foreach (var notice in here.OrderByDescending(n => n.End - n.Start).ThenBy(n => n.Start))
        {
            if (scan.NoticeRanges.TryAdd(notice.Start, notice.End))
            {
                found.Add(notice);
            }
        }
    }
}
