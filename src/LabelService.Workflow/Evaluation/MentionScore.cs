using LabelService.Engine.Checking;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Evaluation;

/// <summary>
/// Holds the finds in one text against its gold. A find is right where it is the same entity's and half of the longer of both overlaps;
/// one gold mention takes one find, and a further find of the same entity on it is neither right nor wrong.
/// </summary>
internal sealed record MentionScore(IReadOnlySet<int> FoundGold, IReadOnlyList<NameMatch> False)
{
    public static MentionScore Of(GoldText text, IEnumerable<NameMatch> matches)
    {
        NameMatch[] finds =
        [
            .. matches.DistinctBy(m => (m.Entity.Id, m.Start, m.End)).OrderBy(m => m.Start).ThenBy(m => m.End).ThenBy(m => m.Entity.Id, StringComparer.Ordinal),
        ];
        var (gold, taken) = Pair(text.Mentions, finds);
        return new MentionScore(gold, [.. finds.Where((find, i) => !taken.Contains(i) && !IsRepeated(text, gold, find) && !IsIgnored(text, find))]);
    }

    public Tally Tally(GoldText text) => new(FoundGold.Count, False.Count, text.Mentions.Length - FoundGold.Count, 1, False.Count > 0 ? 1 : 0);

    /// <summary>The best overlap first; of equal ones the later mention, then the later find, so that the answer is one.</summary>
    private static (HashSet<int> Gold, HashSet<int> Finds) Pair(IReadOnlyList<GoldMention> mentions, NameMatch[] finds)
    {
        var pairs =
            from i in Enumerable.Range(0, mentions.Count)
            from j in Enumerable.Range(0, finds.Length)
            where finds[j].Entity.Id == mentions[i].EntityId && SpanOf(finds[j]).Fits(mentions[i].Span)
            let overlap = (double)mentions[i].Span.Shared(SpanOf(finds[j])) / Math.Max(Math.Max(mentions[i].Span.Length, SpanOf(finds[j]).Length), 1)
            orderby overlap descending, i descending, j descending
            select (i, j);
        var (gold, taken) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (i, j) in pairs)
        {
            if (!gold.Contains(i) && !taken.Contains(j))
            {
                gold.Add(i);
                taken.Add(j);
            }
        }

        return (gold, taken);
    }

    private static bool IsRepeated(GoldText text, HashSet<int> gold, NameMatch find) =>
        gold.Any(i => text.Mentions[i].EntityId == find.Entity.Id && text.Mentions[i].Span.Shared(SpanOf(find)) > 0);

    private static bool IsIgnored(GoldText text, NameMatch find) => text.Ignored.Any(zone =>
        zone.Span.Shared(SpanOf(find)) is > 0 and var shared && 2 * shared >= SpanOf(find).Length
        && (zone.EntityId is { } id ? id == find.Entity.Id : zone.Only is null || zone.Only == KindWord(find.Entity)));

    private static Span SpanOf(NameMatch match) => new(match.Start, match.End);

    private static string KindWord(Entity entity) => entity.Kind switch { EntityKind.Person => "person", EntityKind.Media => "media", _ => "org" };
}
