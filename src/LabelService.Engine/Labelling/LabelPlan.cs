using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Reconciling;
using LabelService.Engine.Requiring;

namespace LabelService.Engine.Labelling;

/// <summary>A text to put into the article, beside its body.</summary>
/// <param name="Subject">Of whom it speaks, by the place that names them; what else it is about where it speaks of nobody.</param>
internal sealed record Addition(Placement Placement, string Text, string Html, string Subject);

/// <summary>What changes between the article and its labelled form, before any markup is touched.</summary>
internal sealed record LabelPlan(
    ImmutableArray<Addition> Additions, ImmutableArray<Remark> Remarks, ImmutableArray<(int Start, int End)> Cuts, ImmutableHashSet<int> LeftOutBlocks, ImmutableArray<string> LeftOut)
{
    public IEnumerable<Addition> At(Placement placement) => Additions.Where(a => a.Placement == placement);

    /// <summary>The markup for one place; statements of one subject that follow one another stand as one block.</summary>
    public IEnumerable<string> HtmlAt(Placement placement)
    {
        List<Addition> here = [.. At(placement)];
        for (int i = 0, next; i < here.Count; i = next)
        {
            next = i + 1;
            while (next < here.Count && here[next].Subject == here[i].Subject)
            {
                next++;
            }

            yield return next == i + 1 ? here[i].Html : LabelMarkup.Group(here[i..next].Select(a => a.Html));
        }
    }
}

/// <summary>Decides what is added, cut and left out: adds what is missing, replaces what is incorrect, leaves what is unneeded, omits what is pending.</summary>
internal sealed class LabelPlanner(ArticleFacts facts, Reconciled reconciled, DisclosureWriter writer)
{
    private readonly ImmutableArray<Addition>.Builder _additions = ImmutableArray.CreateBuilder<Addition>();
    private readonly List<(int At, bool IsJoined, NoticeText Text)> _remarks = [];
    private readonly ImmutableArray<(int, int)>.Builder _cuts = ImmutableArray.CreateBuilder<(int, int)>();
    private readonly HashSet<int> _blocks = [];
    private readonly ImmutableArray<string>.Builder _leftOut = ImmutableArray.CreateBuilder<string>();
    private readonly HashSet<string> _added = new(StringComparer.Ordinal);

    public LabelPlan Plan()
    {
        for (var i = 0; i < facts.Parts.Body.Length; i++)
        {
            if (facts.Parts.Body[i] is PartKind.Title or PartKind.RepeatedTitle or PartKind.NotArticle)
            {
                _blocks.Add(i);
            }
        }

        foreach (var disclosure in reconciled.Disclosures)
        {
            Place(disclosure);
        }

        foreach (var age in reconciled.Ages)
        {
            Place(age);
        }

        return new LabelPlan(_additions.ToImmutable(), Remarks(), _cuts.ToImmutable(), [.. _blocks], _leftOut.ToImmutable());
    }

    private void Place(ReconciledDisclosure disclosure)
    {
        if (disclosure.Demand is not { } demand)
        {
            return;
        }

        var id = DisclosureId.Of(demand.Rule.Id, demand.Rule.Jurisdiction, demand.Subject?.Fact.Entity.Id);
        var changes = disclosure.Status is DisclosureStatus.Missing or DisclosureStatus.Incorrect;
        if (disclosure.Status == DisclosureStatus.Pending || (changes && !writer.Needs(demand).IsEmpty))
        {
            _leftOut.Add(id);
            return;
        }

        if (!changes)
        {
            return;
        }

        foreach (var notice in disclosure.Notices.Where(n => n.Field == "body"))
        {
            Cut(notice.Start, notice.End);
        }

        Add(demand);
    }

    private void Add(DisclosureDemand demand)
    {
        if (demand.What.Placement == Placement.AtMention)
        {
            AddRemark(demand);
            return;
        }

        foreach (var notice in Languages(demand).Select(l => writer.Notice(demand, l)).OfType<NoticeText>())
        {
            // Several subjects under a form that names nobody share one text.
            if (_added.Add($"{demand.What.Placement}\n{notice.Text}"))
            {
                _additions.Add(new Addition(demand.What.Placement, notice.Text, notice.Html, SubjectOf(demand)));
            }
        }
    }

    /// <summary>Behind a name one language is enough: the article's own, where there is a text in it.</summary>
    private void AddRemark(DisclosureDemand demand)
    {
        var notice = Languages(demand).Reverse().Append("en").Concat(demand.What.Text.Keys).Select(l => writer.Notice(demand, l)).FirstOrDefault(n => n is not null);
        if (notice is null || MentionEnd(demand) is not { } at)
        {
            return;
        }

        var joined = MarkedBrackets.EndBehind(facts, at);
        _remarks.Add((joined ?? at, joined is not null, notice));
    }

    /// <summary>The official language first, then the article's.</summary>
    private string[] Languages(DisclosureDemand demand)
    {
        var own = ReportLanguage.Primary(facts.Article.Language ?? "en");
        return demand.What.OfficialLanguage is { } official && official != own ? [official, own] : [own];
    }

    /// <summary>Two registers that list one body are two subjects of one name: the words that name it tell that they are one.</summary>
    private static string SubjectOf(DisclosureDemand demand) =>
        demand.Subject is { } subject ? subject.Fact.Evidence.IsEmpty ? subject.Fact.Entity.Name : $"{subject.Fact.Evidence[0].Field} {subject.Fact.Evidence[0].Start}" : demand.Rule.Id;

    /// <summary>One remark a place, with every status in it once.</summary>
    private ImmutableArray<Remark> Remarks() =>
        [.. _remarks.GroupBy(r => (r.At, r.IsJoined)).Select(g => new Remark(g.Key.At, g.Key.IsJoined, [.. g.Select(r => r.Text).DistinctBy(t => t.Text)]))];

    private void Place(ReconciledAge age)
    {
        if (age.Status == DisclosureStatus.Pending)
        {
            _leftOut.Add("age:" + age.Scale);
            return;
        }

        var changes = age.Status is DisclosureStatus.Missing or DisclosureStatus.Incorrect;
        foreach (var mark in age.Marks.Where(m => m.Field == "body"))
        {
            if (changes)
            {
                CutMark(mark.Start, mark.End);
            }
        }

        // The right mark may stand in a notice that has to go: it must not go with it.
        var lost = !changes && !age.Marks.Any(m => m.Value == age.Declared && !(m.Field == "body" && _blocks.Contains(BlockAt(m.Start))));
        if (changes || lost)
        {
            _additions.Add(new Addition(Placement.BeforeBody, age.Value, writer.AgeMark(age), age.Scale));
        }
    }

    /// <summary>Takes a stretch of the body out, with its whole block where nothing of the article would be left in it.</summary>
    private void Cut(int start, int end)
    {
        var block = BlockAt(start);
        if (block >= 0 && facts.Parts.Body[block] == PartKind.Notice)
        {
            _blocks.Add(block);
            return;
        }

        _cuts.Add(MarkedBrackets.Part(facts.Article.Body.Text, start, end));
    }

    /// <summary>Takes a mark out of a block that holds more, with the brackets around it.</summary>
    private void CutMark(int start, int end)
    {
        var block = BlockAt(start);
        if (_blocks.Contains(block))
        {
            return;
        }

        if (facts.Parts.Body[block] == PartKind.AgeMark)
        {
            _blocks.Add(block);
            return;
        }

        var (text, bounds) = (facts.Article.Body.Text, facts.Article.Body.Blocks[block]);
        while (start > bounds.Start && text[start - 1] is '(' or '[' or ' ' or '\u00A0')
        {
            start--;
        }

        while (end < bounds.End && text[end] is ')' or ']')
        {
            end++;
        }

        _cuts.Add((start, end));
    }

    private int BlockAt(int position) => Finding.FieldScan.BlockAt(facts.Article.Body, position);

    /// <summary>Behind the first mention that stays in the body, past a closing quote; null where the body has none.</summary>
    private int? MentionEnd(DisclosureDemand demand)
    {
        if (demand.Evidence.FirstOrDefault(e => e.Field == "body" && e.InText.End > 0 && !_blocks.Contains(BlockAt(e.InText.Start))) is not { } mention)
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
