using System.Diagnostics.Metrics;
using LabelService.Engine.Model;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Watching;

namespace LabelService.Web.Operations;

/// <summary>What an operator's dashboard shows beside the framework's own numbers. Labels name rules, registers and versions, never people or articles.</summary>
internal sealed class ServiceMetrics
{
    public const string MeterName = "LabelService";
    private readonly Histogram<double> _checks;
    private readonly KeyValuePair<string, object?>[] _verdicts =
        [.. Enum.GetValues<Verdict>().Select(v => new KeyValuePair<string, object?>("verdict", Kebab<Verdict>.Word(v)))];

    public ServiceMetrics(IMeterFactory meters, RulesetHolder rulesets, Pulse pulse, TimeProvider time)
    {
        var meter = meters.Create(MeterName);
        _checks = meter.CreateHistogram<double>("labelservice.check.duration", "s", "Time from a check's first byte to its answer, by verdict.");
        AddRules(meter, rulesets, time);
        AddQueues(meter, pulse, time);
    }

    /// <param name="ms">Milliseconds.</param>
    public void Checked(Verdict verdict, double ms) => _checks.Record(ms / 1000, _verdicts[(int)verdict]);

    private static void AddRules(Meter meter, RulesetHolder rulesets, TimeProvider time)
    {
        meter.CreateObservableGauge("labelservice.ruleset.errors", () => rulesets.Current.Errors.Length, description: "Faults in the files of rules as they are now.");
        meter.CreateObservableGauge("labelservice.ruleset.kept", () => rulesets.Current.Kept.Length, description: "Packs and registries that serve in their last good state.");
        meter.CreateObservableGauge("labelservice.ruleset.loaded", () => rulesets.Current.Ruleset is null ? 0 : 1, description: "1 where a ruleset is loaded.");
        meter.CreateObservableGauge("labelservice.ruleset.info", () => Info(rulesets), description: "Always 1; the label says which version answers here. Two versions at once: nodes with other rules.");
        meter.CreateObservableGauge("labelservice.registry.age", () => Ages(rulesets, time), "d", "Days since a register was retrieved.");
        meter.CreateObservableGauge("labelservice.registry.stale", () => Stale(rulesets, time), description: "1 where a register is older than it may be: answers have partial coverage.");
    }

    private static void AddQueues(Meter meter, Pulse pulse, TimeProvider time)
    {
        meter.CreateObservableGauge("labelservice.reviews.waiting", () => Of(pulse, f => f.ReviewsWaiting), description: "Questions that wait for a moderator.");
        meter.CreateObservableGauge("labelservice.reviews.overdue", () => Of(pulse, f => f.ReviewsOverdue), description: "Questions past their time.");
        meter.CreateObservableGauge("labelservice.reviews.oldest", () => Of(pulse, f => Seconds(time, f.OldestReviewAt)), "s", "How long the oldest question has waited.");
        meter.CreateObservableGauge("labelservice.webhooks.waiting", () => Of(pulse, f => f.DeliveriesWaiting), description: "Events on their way to receivers.");
        meter.CreateObservableGauge("labelservice.webhooks.lag", () => Of(pulse, f => Seconds(time, f.OldestDeliveryAt)), "s", "How long ago the event happened that has waited longest.");
        meter.CreateObservableGauge("labelservice.sweep.looked", () => Of(pulse, f => f.ArticlesLooked), description: "Stored articles that the newest sweep has looked at.");
        meter.CreateObservableGauge("labelservice.sweeps.running", () => Of(pulse, f => f.SweepsUnderWay), description: "Sweeps with work left.");
        meter.CreateObservableGauge("labelservice.sweeps.waiting", () => Of(pulse, f => f.SweepsWaiting), description: "Sweeps that wait until a senior confirms them.");
        meter.CreateObservableGauge("labelservice.clock.ahead", () => Of(pulse, f => f.ClockAhead.TotalSeconds), "s", "How far this node's clock is ahead of the clock of the database; negative where it is behind.");
        meter.CreateObservableGauge("labelservice.store.answers", () => pulse.Figures is null ? 0 : 1, description: "1 where the store told how much waits.");
    }

    /// <summary>Nothing at all while the store does not answer: a number would be a guess.</summary>
    private static IEnumerable<Measurement<double>> Of(Pulse pulse, Func<PulseFigures, double> figure) =>
        pulse.Figures is { } figures ? [new Measurement<double>(figure(figures))] : [];

    private static double Seconds(TimeProvider time, DateTimeOffset? since) => since is { } at ? Math.Max(0, (time.GetUtcNow() - at).TotalSeconds) : 0;

    private static IEnumerable<Measurement<int>> Info(RulesetHolder rulesets) => rulesets.Current.Ruleset is { } ruleset
        ? [new Measurement<int>(1, new KeyValuePair<string, object?>("version", ruleset.Version))]
        : [];

    private static IEnumerable<Measurement<int>> Ages(RulesetHolder rulesets, TimeProvider time) =>
        from registry in rulesets.Current.Ruleset?.Registries.Values ?? []
        where registry.Retrieved is not null
        select new Measurement<int>(Today(time).DayNumber - registry.Retrieved!.Value.DayNumber, new KeyValuePair<string, object?>("registry", registry.Id));

    private static IEnumerable<Measurement<int>> Stale(RulesetHolder rulesets, TimeProvider time) =>
        from registry in rulesets.Current.Ruleset?.Registries.Values ?? []
        where registry.Retrieved is not null && registry.FreshForDays is not null
        select new Measurement<int>(
            Today(time) > registry.Retrieved!.Value.AddDays(registry.FreshForDays!.Value) ? 1 : 0, new KeyValuePair<string, object?>("registry", registry.Id));

    private static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
