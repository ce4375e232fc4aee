using System.Globalization;
using System.Text;
using LabelService.Engine.Model;
using LabelService.Workflow.Sweeps;

namespace LabelService.Cli.Output;

/// <summary>A sweep in lines for a terminal.</summary>
internal static class SweepText
{
    public static string Progress(SweepReport report) => string.Create(CultureInfo.InvariantCulture,
        $"{report.Id} {Kebab<SweepPhase>.Word(report.State)}: looked at {report.Looked:N0} of {report.Candidates ?? 0:N0}, {report.Counts.Changed:N0} change, {report.Applied:N0} applied");

    public static string Of(SweepReport report)
    {
        var text = new StringBuilder();
        var counts = report.Counts;
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Id} {Kebab<SweepPhase>.Word(report.State)}{(report.DryRun ? ", a dry run: nothing was changed" : "")}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {report.Candidates ?? 0:N0} of {report.Articles ?? 0:N0} stored articles can be touched; {report.Looked:N0} looked at");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {counts.Changed:N0} change: {counts.NewlyMissing:N0} newly missing, {counts.NewlyUnneeded:N0} newly unneeded, {counts.Otherwise:N0} otherwise, {counts.Pending:N0} for a moderator");
        if (counts.Failed > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {counts.Failed:N0} could not be looked at; they stand in the results");
        }

        foreach (var site in report.Sites)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {site.Site}: {site.Counts.Changed:N0}");
        }

        foreach (var sample in report.Samples.Take(10))
        {
            var what = sample.Differences.Select(d => $"{d.Name}{(d.Subject is null ? "" : $" ({d.Subject})")}: {d.Before ?? "nothing"} -> {d.After ?? "nothing"}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  e.g. {sample.ExternalId ?? sample.Url ?? "?"}  {string.Join("; ", what)}");
        }

        if (report.State == SweepPhase.Waiting)
        {
            text.AppendLine("  waits: more would change than Sweeps__ConfirmAbove. Confirm it with labels sweep --confirm, or on the page /sweeps");
        }

        return text.ToString().TrimEnd();
    }
}
