using System.Diagnostics.Metrics;
using LabelService.Engine.Model;
using LabelService.Workflow.Rulesets;

namespace LabelService.Web.Operations;

/// <summary>What an operator's dashboard shows beside the framework's own numbers.</summary>
internal sealed class ServiceMetrics
{
    public const string MeterName = "LabelService";
    private readonly Histogram<double> _checks;
    private readonly KeyValuePair<string, object?>[] _verdicts =
        [.. Enum.GetValues<Verdict>().Select(v => new KeyValuePair<string, object?>("verdict", Kebab<Verdict>.Word(v)))];

    public ServiceMetrics(IMeterFactory meters, RulesetHolder rulesets)
    {
        var meter = meters.Create(MeterName);
        _checks = meter.CreateHistogram<double>("labelservice.check.duration", "s", "Time from a check's first byte to its answer, by verdict.");
        meter.CreateObservableGauge("labelservice.ruleset.errors", () => rulesets.Current.Errors.Length, description: "Faults in the files of rules as they are now.");
        meter.CreateObservableGauge("labelservice.ruleset.kept", () => rulesets.Current.Kept.Length, description: "Packs and registries that serve in their last good state.");
        meter.CreateObservableGauge("labelservice.ruleset.loaded", () => rulesets.Current.Ruleset is null ? 0 : 1, description: "1 where a ruleset is loaded.");
    }

    /// <param name="ms">Milliseconds.</param>
    public void Checked(Verdict verdict, double ms) => _checks.Record(ms / 1000, _verdicts[(int)verdict]);
}
