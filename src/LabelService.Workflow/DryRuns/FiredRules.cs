using LabelService.Engine.Model;

namespace LabelService.Workflow.DryRuns;

/// <summary>Which rules spoke in an answer; those in shadow too, which the answer does not show.</summary>
internal static class FiredRules
{
    public static IEnumerable<string> Of(CheckReport report) => Shown(report).Concat(report.Shadow).Distinct(StringComparer.Ordinal);

    public static IEnumerable<string> Shown(CheckReport report) =>
        report.Disclosures.Where(d => d.Rule is not null).Select(d => d.Rule!)
            .Concat(report.Flags.Select(f => f.Rule))
            .Concat(report.AllAges.SelectMany(a => a.Rules))
            .Distinct(StringComparer.Ordinal);
}
