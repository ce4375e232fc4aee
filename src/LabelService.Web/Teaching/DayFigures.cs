using System.Collections.Immutable;
using LabelService.Workflow.Teaching;

namespace LabelService.Web.Teaching;

/// <summary>What happened day by day, and what waits now.</summary>
internal static class DayFigures
{
    private static readonly ImmutableArray<string> AgeKeys =
        ["teaching.age.hour", "teaching.age.fourHours", "teaching.age.day", "teaching.age.threeDays", "teaching.age.week", "teaching.age.longer"];

    public static IEnumerable<Figure> Of(DashboardPage page) => [Checks(page), Reviews(page), Time(page), Ages(page)];

    private static Figure Checks(DashboardPage page)
    {
        var days = page.Figures.Days;
        return new Figure(
            "checks",
            [page.Text("teaching.day"), page.Text("verdict.compliant"), page.Text("verdict.action-required"), page.Text("verdict.needs-review"), page.Text("teaching.checks.all")],
            [.. days.Select(d => new FigureRow([Cells.Day(d.Day), page.Whole(d.Compliant), page.Whole(d.ActionRequired), page.Whole(d.NeedsReview), page.Whole(d.Checks)]))])
        {
            Chart = new FigureChart("stack", [1, 2, 3], ["good", "bad", "open"]),
            Summary = page.Text("teaching.checks.summary", ("checks", page.Number(days.Sum(d => d.Checks))), ("compliant", page.Number(days.Sum(d => d.Compliant))),
                ("action", page.Number(days.Sum(d => d.ActionRequired))), ("review", page.Number(days.Sum(d => d.NeedsReview)))),
        };
    }

    private static Figure Reviews(DashboardPage page)
    {
        var days = page.Figures.Days;
        return new Figure(
            "reviews", [page.Text("teaching.day"), page.Text("teaching.reviews.opened"), page.Text("teaching.reviews.decided")],
            [.. days.Select(d => new FigureRow([Cells.Day(d.Day), page.Whole(d.Opened), page.Whole(d.Decided)]))])
        {
            Chart = new FigureChart("bars", [1, 2], ["open", "accent"]),
            Summary = page.Text("teaching.reviews.summary", ("opened", page.Number(days.Sum(d => d.Opened))), ("decided", page.Number(days.Sum(d => d.Decided)))),
        };
    }

    private static Figure Time(DashboardPage page)
    {
        var last = page.Figures.Days.LastOrDefault(d => d.MedianSeconds is not null);
        return new Figure(
            "time", [page.Text("teaching.day"), page.Text("teaching.time.median"), page.Text("teaching.time.p90")],
            [.. page.Figures.Days.Select(d => new FigureRow([Cells.Day(d.Day), page.Minutes(d.MedianSeconds), page.Minutes(d.P90Seconds)]))])
        {
            Chart = new FigureChart("lines", [1, 2], ["accent", "bad"]),
            Summary = last is null ? page.Text("teaching.time.none") : page.Text("teaching.time.summary",
                ("day", page.Day(last.Day)), ("median", page.Length(last.MedianSeconds!.Value)), ("p90", page.Length(last.P90Seconds!.Value))),
        };
    }

    private static Figure Ages(DashboardPage page)
    {
        var queue = page.Figures.Queue;
        return new Figure(
            "age", [page.Text("teaching.age.column"), page.Text("teaching.waiting")],
            [.. AgeKeys.Zip(queue.Ages, (key, count) => new FigureRow([Cells.Text(page.Text(key)), page.Whole(count)]))])
        {
            Chart = new FigureChart("bars", [1], ["accent"]),
            Summary = queue.Waiting == 0 ? page.Text("teaching.age.none") : page.Text("teaching.age.summary", ("waiting", page.Number(queue.Waiting)),
                ("overdue", page.Number(queue.Overdue)), ("long", page.Number(queue.Ages.Skip(3).Sum()))),
        };
    }
}
