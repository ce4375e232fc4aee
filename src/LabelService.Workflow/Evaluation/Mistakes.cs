using LabelService.Engine.Checking;
using LabelService.Engine.Naming;

namespace LabelService.Workflow.Evaluation;

/// <summary>What went wrong in one text, for a reader.</summary>
internal static class Mistakes
{
    /// <summary>UTF-16 units shown on either side of a place.</summary>
    private const int Around = 40;

    public static IEnumerable<Mistake> In(GoldText text, MentionScore score)
    {
        foreach (var find in score.False)
        {
            var kind = find.Certainty == Certainty.Certain ? MistakeKind.FalseCertain : MistakeKind.FalsePending;
            yield return new Mistake(kind, text.Id, find.Entity.Name, Context(text, new Span(find.Start, find.End)), NameReasons.Text(find.Reason, "en"));
        }

        foreach (var (mention, _) in text.Mentions.Select((mention, i) => (mention, i)).Where(m => !score.FoundGold.Contains(m.i)))
        {
            var name = text.Request.Entities!.FirstOrDefault(e => e.Id == mention.EntityId)?.Name ?? mention.EntityId;
            yield return new Mistake(MistakeKind.Missed, text.Id, name, Context(text, mention.Span), mention.Kind);
        }
    }

    public static IEnumerable<Mistake> In(GoldText text, GoldNotices gold, MatchAnswer answer)
    {
        foreach (var found in answer.Notices.Where(found => !gold.Spans.Any(notice => SpanOf(found).Fits(notice.Span))))
        {
            yield return new Mistake(MistakeKind.FalseCertain, text.Id, found.AgentName ?? "a notice", Context(text, SpanOf(found)), "no notice stands there");
        }

        foreach (var notice in gold.Spans)
        {
            var found = answer.Notices.FirstOrDefault(found => SpanOf(found).Fits(notice.Span));
            if (found is null)
            {
                yield return new Mistake(MistakeKind.Missed, text.Id, notice.AgentNames.FirstOrDefault() ?? "a notice", Context(text, notice.Span), "notice");
            }
            else if (!notice.AgentNames.IsEmpty && !NoticeScore.IsName(found.AgentName, notice.AgentNames))
            {
                yield return Different(text, "agent", notice.AgentNames[0], found.AgentName, Context(text, notice.Span));
            }
        }

        if ((answer.AgeRating is { Length: > 0 } mark ? mark : null) != gold.AgeRating)
        {
            yield return Different(text, "age mark", gold.AgeRating, answer.AgeRating, "");
        }

        var isSourceRight = gold.Sources.IsEmpty ? string.IsNullOrEmpty(answer.Source) : NoticeScore.IsName(answer.Source, gold.Sources);
        if (!isSourceRight)
        {
            yield return Different(text, "source", gold.Sources.FirstOrDefault(), answer.Source, "");
        }
    }

    private static Mistake Different(GoldText text, string what, string? wanted, string? given, string context) =>
        new(MistakeKind.Different, text.Id, $"{what} {wanted ?? "(none)"}", context, $"found {given ?? "(none)"}");

    private static Span SpanOf(NoticeMatchAnswer notice) => new(notice.Start, notice.End);

    private static string Context(GoldText text, Span span)
    {
        var all = text.Request.Text;
        var (start, end) = (Math.Clamp(span.Start, 0, all.Length), Math.Clamp(span.End, 0, all.Length));
        var shown = $"{all[Math.Max(0, start - Around)..start]}[{all[start..Math.Max(start, end)]}]{all[Math.Max(start, end)..Math.Min(all.Length, end + Around)]}";
        return string.Join(' ', shown.Split((char[])['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
    }
}
