using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Finding;
using LabelService.Engine.Requiring;

namespace LabelService.Engine.Labelling;

/// <summary>Gathers what is to be said behind names, and says it in one bracket a name.</summary>
internal sealed class RemarkPlanner(ArticleFacts facts, DisclosureWriter writer)
{
    private readonly List<(int At, bool IsJoined, NoticeText Text)> _found = [];

    /// <summary>Behind a name one language is enough: the article's own, where there is a text in it.</summary>
    /// <param name="leftOut">Blocks of the body that go: a mention in one of them is none.</param>
    public void Add(DisclosureDemand demand, IReadOnlySet<int> leftOut)
    {
        var notice = writer.Languages(demand.What).Reverse().Append("en").Concat(demand.What.Text.Keys).Select(l => writer.Notice(demand, l)).FirstOrDefault(n => n is not null);
        if (notice is null || MentionEnd(demand, leftOut) is not { } at)
        {
            return;
        }

        var joined = MarkedBrackets.EndBehind(facts, at);
        _found.Add((joined ?? at, joined is not null, notice));
    }

    /// <summary>One remark a place, with every status in it once.</summary>
    public ImmutableArray<Remark> Remarks() =>
        [.. _found.GroupBy(r => (r.At, r.IsJoined)).Select(g => new Remark(g.Key.At, g.Key.IsJoined, [.. g.Select(r => r.Text).DistinctBy(t => t.Text)]))];

    /// <summary>Behind the first mention that stays in the body, past a closing quote; null where the body has none.</summary>
    private int? MentionEnd(DisclosureDemand demand, IReadOnlySet<int> leftOut)
    {
        if (demand.Evidence.FirstOrDefault(e => e.Field == "body" && e.InText.End > 0 && !leftOut.Contains(FieldScan.BlockAt(facts.Article.Body, e.InText.Start))) is not { } mention)
        {
            return null;
        }

        var (text, end) = (facts.Article.Body.Text, mention.InText.End);
        while (end < text.Length && text[end] is '»' or '"' or '”' or '“')
        {
            end++;
        }

        return end;
    }
}
