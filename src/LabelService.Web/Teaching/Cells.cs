using System.Globalization;
using LabelService.Workflow.Teaching;

namespace LabelService.Web.Teaching;

/// <summary>Writes numbers for people and for programs.</summary>
internal static class Cells
{
    private const string None = "—";

    public static FigureCell Whole(this DashboardPage page, long number) =>
        new(page.Number(number), number.ToString(CultureInfo.InvariantCulture)) { IsNumber = true };

    public static FigureCell Minutes(this DashboardPage page, long? seconds) => seconds is not { } known ? Nothing
        : new FigureCell(page.Number(known / 60.0, "#,0.#"), (known / 60.0).ToString("0.#", CultureInfo.InvariantCulture)) { IsNumber = true };

    public static FigureCell Share(this DashboardPage page, double? share) => share is not { } known ? Nothing
        : new FigureCell(page.Percent(known), known.ToString("0.###", CultureInfo.InvariantCulture)) { IsNumber = true };

    public static FigureCell Range(this DashboardPage page, VerdictTally tally) => new(
        page.Span(tally.Range), string.Create(CultureInfo.InvariantCulture, $"{tally.Range.Lower:0.###}–{tally.Range.Upper:0.###}")) { IsNumber = true };

    public static FigureCell Day(DateOnly day)
    {
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new FigureCell(iso, iso);
    }

    public static FigureCell Text(string text) => new(text, text);

    public static FigureCell Nothing => new(None, "") { IsNumber = true };
}
