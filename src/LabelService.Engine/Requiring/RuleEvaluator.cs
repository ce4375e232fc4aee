using System.Collections.Immutable;
using System.Numerics;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Requiring;

/// <summary>Runs the rules of the jurisdictions asked for over the facts, in the ruleset's order.</summary>
internal sealed class RuleEvaluator
{
    private readonly ArticleFacts _facts;
    private readonly AskedDay _day;
    private readonly Ruleset _ruleset;
    private readonly HashSet<string> _fired = new(StringComparer.Ordinal);
    private readonly DateOnly? _published;
    private readonly bool _traces;
    private readonly ImmutableArray<DisclosureDemand>.Builder _disclosures = ImmutableArray.CreateBuilder<DisclosureDemand>();
    private readonly ImmutableArray<AgeDemand>.Builder _ages = ImmutableArray.CreateBuilder<AgeDemand>();
    private readonly ImmutableArray<FlagDemand>.Builder _flags = ImmutableArray.CreateBuilder<FlagDemand>();
    private readonly ImmutableArray<TraceLine>.Builder _trace = ImmutableArray.CreateBuilder<TraceLine>();
    private readonly ImmutableArray<string>.Builder _shadow = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<Rule>.Builder _unverified = ImmutableArray.CreateBuilder<Rule>();

    private readonly EvaluationContext _atDay;
    private readonly EvaluationContext _atPublication;

    private readonly ImmutableSortedDictionary<string, Brake> _brakes;

    public RuleEvaluator(ArticleFacts facts, AskedDay day, Ruleset ruleset, Exceptions exceptions)
    {
        (_facts, _day, _ruleset, _brakes) = (facts, day, ruleset, exceptions.Brakes);
        _published = facts.Request.Article.PublishedAt?.DayIn(ruleset.TimeZone);
        _traces = facts.Request.Includes(ReportPart.Trace);
        _atDay = new EvaluationContext(day.Date, _published, day.Date, _fired.Contains) { Explains = _traces };
        _atPublication = _atDay with { Day = _published };
    }

    public Requirements Evaluate()
    {
        foreach (var rule in Candidates())
        {
            if (Jurisdictions.Apply(_facts.Request, _ruleset, rule.Jurisdiction))
            {
                Evaluate(rule);
            }
        }

        return new Requirements
        {
            Disclosures = _disclosures.ToImmutable(),
            Ages = _ages.ToImmutable(),
            Flags = _flags.ToImmutable(),
            Trace = _trace.ToImmutable(),
            Shadow = _shadow.ToImmutable(),
            Unverified = _unverified.ToImmutable(),
        };
    }

    /// <summary>The rules that may hold; a trace tells of all, of those that cannot hold too.</summary>
    private IEnumerable<Rule> Candidates() => !_traces && _ruleset.Triggers is { } triggers && triggers.Rules == _ruleset.Rules ? Chosen(triggers) : _ruleset.Rules;

    private IEnumerable<Rule> Chosen(RuleTriggers triggers)
    {
        var bits = triggers.MayHold(_facts);
        for (var i = 0; i < bits.Length; i++)
        {
            for (var left = bits[i]; left != 0; left &= left - 1)
            {
                yield return triggers.Rules[i * 64 + BitOperations.TrailingZeroCount(left)];
            }
        }
    }

    private void Evaluate(Rule rule)
    {
        var ruleDay = rule.Day == DayBasis.Published ? _published : _day.Date;
        if (ruleDay is { } known && !rule.Covers(known))
        {
            Trace(rule, false, RuleWords.NotInForce(rule, known));
            return;
        }

        var outcome = rule.When.Evaluate(_facts, rule.Day == DayBasis.Published ? _atPublication : _atDay);
        Trace(rule, outcome.Holds, outcome.Because);
        if (!outcome.Holds)
        {
            return;
        }

        _fired.Add(rule.Id);
        var brake = BrakeOf(rule);
        if (rule.Status == RuleStatus.Shadow || brake == Brake.Shadow)
        {
            _shadow.Add(rule.Id);
            return;
        }

        if (rule.WordingVerifiedUntil is { } verified && ruleDay is { } asked && asked > verified)
        {
            _unverified.Add(rule);
        }

        Demand(rule, outcome, ruleEnded: ruleDay is null && rule.Until is not null, braked: brake is not null);
    }

    private Brake? BrakeOf(Rule rule) => _brakes.TryGetValue(rule.Id, out var brake) ? brake : null;

    private void Demand(Rule rule, Outcome outcome, bool ruleEnded, bool braked)
    {
        var certain = outcome.Subjects.IsEmpty || outcome.Subjects.Any(s => s.Fact.Certain);
        var ended = ruleEnded || (!outcome.Subjects.IsEmpty && outcome.Subjects.All(s => s.EndedOnly));
        foreach (var requirement in rule.Require)
        {
            switch (requirement)
            {
                case DisclosureRequirement what when outcome.Subjects.IsEmpty:
                    _disclosures.Add(new DisclosureDemand(rule, what, null, true, ruleEnded, outcome.Confidence, outcome.Evidence) { Braked = braked });
                    break;
                case DisclosureRequirement what:
                    _disclosures.AddRange(outcome.Subjects.Select(s => new DisclosureDemand(
                        rule, what, s, s.Fact.Certain, ruleEnded || s.EndedOnly, Math.Min(outcome.Confidence, s.Fact.Confidence), s.Fact.Evidence) { Braked = braked }));
                    break;
                case AgeRequirement what:
                    _ages.Add(new AgeDemand(rule, what, certain && !braked, ended));
                    break;
                case FlagRequirement what:
                    _flags.Add(new FlagDemand(rule, what, outcome.Evidence));
                    break;
            }
        }
    }

    private void Trace(Rule rule, bool fired, string because)
    {
        // "Never shown" holds for the trace too: shadow rules are counted, not told.
        if (_traces && rule.Status == RuleStatus.On)
        {
            _trace.Add(new TraceLine(rule.Id, rule.Pack, rule.Jurisdiction, "on", fired, because));
        }
    }
}
