using System.Text;
using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;

namespace LabelService.Cli.Output;

/// <summary>A dry run for a person at a terminal.</summary>
internal static class DryRunText
{
    /// <param name="bad">Lines of the input that could not be read.</param>
    public static string Of(DryRunReport report, int bad)
    {
        var text = new StringBuilder();
        text.Append($"{report.Changed} of {report.Articles} articles would change; reviews opened: {report.ReviewsOpened}, closed: {report.ReviewsClosed}");
        text.Append(report.Refused > 0 ? $"; {report.Refused} cannot be checked" : "").AppendLine(bad > 0 ? $"; {bad} lines unreadable" : "");
        text.AppendLine($"verdicts before: {Counts(report.Before)}");
        text.AppendLine($"verdicts after:  {Counts(report.After)}");
        foreach (var rule in report.Rules)
        {
            text.AppendLine($"  {rule.Rule}: speaks in {rule.Fired} (before: {rule.FiredBefore})");
        }

        foreach (var sample in report.Samples)
        {
            text.AppendLine($"{sample.Article}{(sample.Title is { } title ? $" «{title}»" : "")}: {Word(sample.Before)} → {Word(sample.After)}");
            foreach (var difference in sample.Differences)
            {
                text.AppendLine($"  {difference.Name}{(difference.Subject is { } subject ? $" ({subject})" : "")}: {difference.Before ?? "—"} → {difference.After ?? "—"}");
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string Counts(VerdictCounts counts) => $"compliant {counts.Compliant}, action-required {counts.ActionRequired}, needs-review {counts.NeedsReview}";

    private static string Word(Verdict verdict) => Kebab<Verdict>.Word(verdict);
}
