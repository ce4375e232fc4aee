using System.Collections.Immutable;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Teaching;

namespace LabelService.Web.Teaching;

/// <summary>Which rules make work, and how often moderators found them right.</summary>
internal static class RuleFigures
{
    public static IEnumerable<Figure> Of(DashboardPage page) => [Rules(page), ByRule(page), ByEntity(page)];

    private static Figure Rules(DashboardPage page)
    {
        var rules = page.Figures.Rules;
        var sum = VerdictTally.Sum(rules.Select(r => r.Tally));
        return new Figure(
            "rules",
            [page.Text("teaching.rule"), page.Text("teaching.approved"), page.Text("teaching.edited"), page.Text("teaching.rejected"), page.Text("teaching.decided"), page.Text("teaching.waiting")],
            [.. rules.Select(r => new FigureRow([
                Rule(r.Rule), page.Whole(r.Tally.Approved), page.Whole(r.Tally.Edited), page.Whole(r.Tally.Rejected), page.Whole(r.Tally.Decided),
                page.Whole(r.Waiting) with { Link = r.Waiting == 0 ? null : $"/queue?view=waiting&rule={Uri.EscapeDataString(r.Rule)}" }]))])
        {
            Chart = new FigureChart("across", [1, 2, 3], ["good", "open", "bad"]),
            Summary = page.Text("teaching.rules.summary", ("decided", page.Number(sum.Decided)), ("approved", page.Number(sum.Approved)), ("edited", page.Number(sum.Edited)),
                ("rejected", page.Number(sum.Rejected))),
        };
    }

    private static Figure ByRule(DashboardPage page)
    {
        var limits = RuleLimits.Of(page.Rules);
        var brakes = page.Brakes.ToLookup(b => b.Rule, StringComparer.Ordinal);
        var below = page.Figures.RuleShares.Count(s => limits.TryGetValue(s.Rule, out var limit) && s.Tally.Share < limit);
        return new Figure(
            "upheld",
            [page.Text("teaching.rule"), page.Text("teaching.share"), page.Text("teaching.range"), page.Text("teaching.upheld"), page.Text("teaching.decided"), page.Text("teaching.limit"), page.Text("teaching.brake")],
            [.. page.Figures.RuleShares.Select(s => new FigureRow([
                Rule(s.Rule), .. Shares(page, s.Tally), page.Share(limits.TryGetValue(s.Rule, out var limit) ? limit : null), Brake(page, brakes[s.Rule].FirstOrDefault())]))])
        {
            Summary = page.Text("teaching.upheld.summary", ("count", page.Number(page.Figures.RuleShares.Length)), ("below", page.Number(below)), ("braked", page.Number(page.Brakes.Length))),
        };
    }

    private static Figure ByEntity(DashboardPage page) => new(
        "entities",
        [page.Text("teaching.entity"), page.Text("teaching.rule"), page.Text("teaching.share"), page.Text("teaching.range"), page.Text("teaching.upheld"), page.Text("teaching.decided")],
        [.. page.Figures.EntityShares.Select(s => new FigureRow([
            Cells.Text(s.EntityName ?? s.EntityId!) with { Link = $"/queue?view=decided&entity={Uri.EscapeDataString(s.EntityId!)}" }, Rule(s.Rule), .. Shares(page, s.Tally)]))])
    {
        Summary = page.Text("teaching.entities.summary", ("count", page.Number(page.Figures.EntityShares.Select(s => s.EntityId).Distinct().Count()))),
    };

    private static ImmutableArray<FigureCell> Shares(DashboardPage page, VerdictTally tally) =>
        [page.Share(tally.Share), page.Range(tally), page.Whole(tally.Upheld), page.Whole(tally.Decided)];

    private static FigureCell Rule(string rule) => Cells.Text(rule) with { Link = $"/rules/{Uri.EscapeDataString(rule)}" };

    private static FigureCell Brake(DashboardPage page, BrakeRow? brake) => brake is null ? Cells.Text(page.Text("teaching.brake.none"))
        : Cells.Text(BrakeWords.Step(page, brake)) with { State = brake.Step == 1 ? "open" : "bad" };
}
