using System.Globalization;
using LabelService.Web.Playground;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Teaching;

namespace LabelService.Web.Teaching;

/// <summary>Tells of a brake in the page's language.</summary>
internal static class BrakeWords
{
    public static string Why(SitePage page, BrakeRow brake) => BrakeFigures.Read(brake.Reason) is not { } figures ? brake.Reason : page.Text(
        "teaching.brake.why", ("upheld", Whole(figures.Upheld)), ("decided", Whole(figures.Decided)), ("share", Percent(page, (double)figures.Upheld / figures.Decided)),
        ("limit", Percent(page, figures.Limit)));

    public static string Step(SitePage page, BrakeRow brake) => page.Text(brake.Step == 1 ? "teaching.brake.step1" : "teaching.brake.step2");

    private static string Percent(SitePage page, double share) => page.Text("teaching.percent", ("number", (100 * share).ToString("0", CultureInfo.InvariantCulture)));

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
