using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Reconciling;
using LabelService.Engine.Requiring;

namespace LabelService.Engine.Labelling;

/// <summary>Decides what is added, cut and left out: adds what is missing, replaces what is incorrect, leaves what is unneeded, omits what is pending.</summary>
internal sealed class LabelPlanner(ArticleFacts facts, Reconciled reconciled, DisclosureWriter writer)
{
    private readonly ImmutableArray<Addition>.Builder _additions = ImmutableArray.CreateBuilder<Addition>();
    private readonly RemarkPlanner _remarks = new(facts, writer);
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

        return new LabelPlan(_additions.ToImmutable(), _remarks.Remarks(), _cuts.ToImmutable(), [.. _blocks], _leftOut.ToImmutable());
    }

    private void Place(ReconciledDisclosure disclosure)
    {
        if (disclosure.Demand is not { } demand)
        {
            return;
        }

        var id = demand.Id;
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
            _remarks.Add(demand, _blocks);
            return;
        }

        foreach (var notice in writer.Languages(demand.What).Select(l => writer.Notice(demand, l)).OfType<NoticeText>())
        {
            // Several subjects under a form that names nobody share one text.
            if (_added.Add($"{demand.What.Placement}\n{notice.Text}"))
            {
                _additions.Add(new Addition(demand.What.Placement, notice.Text, notice.Html, SubjectOf(demand)));
            }
        }
    }

    /// <summary>Two registers that list one body are two subjects of one name: the words that name it tell that they are one.</summary>
    private static string SubjectOf(DisclosureDemand demand) =>
        demand.Subject is { } subject ? subject.Fact.Evidence.IsEmpty ? subject.Fact.Entity.Name : $"{subject.Fact.Evidence[0].Field} {subject.Fact.Evidence[0].Start}" : demand.Rule.Id;

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
}
