using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>A notice as its wording stands in a field.</summary>
/// <param name="Subject">The name it gives, as a range of the text; null where its form names nobody.</param>
internal sealed record RawNotice(NoticeForm Form, FieldScan Scan, int Block, int Start, int End, string? SubjectText, IReadOnlyList<Entity> Subjects);

/// <summary>Where a notice of a form stands, before it is known whom it names.</summary>
/// <param name="Slot">The name in its wording; null where the form has none.</param>
/// <param name="Mark">The mark of a footnote; for a remark behind a name, twice the position where the name has ended.</param>
internal readonly record struct NoticePlace(CompiledForm Form, int Block, int Start, int End, (int Start, int End)? Slot, (int Start, int End) Mark)
{
    public int Length => End - Start;

    /// <summary>Behind a semicolon: a remark only where the bracket holds nothing but remarks before it.</summary>
    public bool IsJoined { get; init; }
}

/// <summary>Finds the notices that an article already carries, by the wordings that packs list.</summary>
internal static class NoticeFinder
{
    /// <exception cref="Model.CheckRefusedException">The budget is used up.</exception>
    public static List<RawNotice> Find(FieldScan scan, FactIndex index, WordingBudget budget)
    {
        var found = new List<RawNotice>();
        if (scan.Candidates.Count == 0)
        {
            return found;
        }

        var line = new TokenLine();
        var candidates = scan.Candidates.ToArray();
        Array.Sort(candidates);
        for (int i = 0, next; i < candidates.Length; i = next)
        {
            next = i + 1;
            while (next < candidates.Length && candidates[next].Block == candidates[i].Block)
            {
                next++;
            }

            FindInBlock(scan, index, candidates.AsSpan(i, next - i), line, budget, found);
        }

        return found;
    }

    private static void FindInBlock(
        FieldScan scan, FactIndex index, ReadOnlySpan<(int Block, int Form)> candidates, TokenLine line, WordingBudget budget, List<RawNotice> found)
    {
        var block = candidates[0].Block;
        var range = scan.Field.Blocks[block];
        line.Read(scan.Field.Text, range.Start, range.End);
        var isFootnote = NoticeShapes.BeginsWithMark(scan.Field.Span(range));
        var here = new List<NoticePlace>();
        foreach (var candidate in candidates)
        {
            var form = index.Forms[candidate.Form];
            if (isFootnote || form.Form.Shape != NoticeShape.Footnote)
            {
                AddPlaces(scan, block, form, line, budget, here);
            }
        }

        // Kept only where a semicolon asks what stands before it, which is seldom.
        var taken = here.Exists(n => n.IsJoined) ? new List<NoticePlace>() : null;
        // Wordings overlap: the longest says most of what is there.
        foreach (var place in here.OrderByDescending(n => n.Length).ThenBy(n => n.Start))
        {
            if (!place.IsJoined)
            {
                Take(scan, place, taken, found);
            }
        }

        if (taken is not null)
        {
            TakeJoined(scan, here, taken, found);
        }
    }

    private static void TakeJoined(FieldScan scan, List<NoticePlace> here, List<NoticePlace> taken, List<RawNotice> found)
    {
        foreach (var place in here.Where(n => n.IsJoined).OrderBy(n => n.Start).ThenByDescending(n => n.Length))
        {
            if (NoticeShapes.FirstOfBracket(scan, place, taken) is { } first)
            {
                Take(scan, place with { Mark = first.Mark }, taken, found);
            }
        }
    }

    private static void Take(FieldScan scan, NoticePlace place, List<NoticePlace>? taken, List<RawNotice> found)
    {
        if (scan.NoticeRanges.TryAdd(place.Start, place.End))
        {
            taken?.Add(place);
            found.Add(NoticeShapes.Name(scan, place));
        }
    }

    private static void AddPlaces(FieldScan scan, int block, CompiledForm form, TokenLine line, WordingBudget budget, List<NoticePlace> places)
    {
        for (var at = 0; form.Pattern.FindNext(line, ref at, budget) is { } match;)
        {
            if (NoticeShapes.Fit(scan, block, form, match) is { } place)
            {
                places.Add(place);
            }
        }
    }
}
