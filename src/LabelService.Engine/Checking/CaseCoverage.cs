using System.Collections.Immutable;
using LabelService.Engine.Finding;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Reading;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

/// <summary>Which ways the cases of one rule have made it and each of its conditions go.</summary>
internal sealed class CaseCoverage(Rule rule)
{
    private readonly Dictionary<Position, Ways> _conditions = [];
    private Ways _rule = new(false, false);

    public void Add(CheckRequest request, AskedDay day, Ruleset ruleset, CheckReport report)
    {
        var fired = (report.Trace ?? []).Where(t => t.Fired).Select(t => t.Rule).ToHashSet(StringComparer.Ordinal);
        _rule = _rule.With(fired.Contains(rule.Id));
        var bound = ruleset.Rules.First(r => r.Id == rule.Id);
        var facts = FactFinder.Find(ArticleReader.Read(request), ruleset.Index);
        var published = request.Article.PublishedAt?.DayIn(ruleset.TimeZone);
        var context = new EvaluationContext(bound.Day == DayBasis.Published ? published : day.Date, published, day.Date, fired.Contains);
        foreach (var leaf in Leaves(bound))
        {
            _conditions[leaf.Position] = _conditions.GetValueOrDefault(leaf.Position, new Ways(false, false)).With(leaf.Evaluate(facts, context).Holds);
        }
    }

    public IEnumerable<RuleFileError> Gaps()
    {
        if (Lacking(_rule) is { } lacking)
        {
            yield return At(rule.Position, "rule-not-exercised", $"no case shows the rule {rule.Id} {lacking}");
        }

        // "always" cannot fail to hold.
        foreach (var leaf in Leaves(rule).Where(l => l is not AlwaysCondition))
        {
            if (Lacking(_conditions.GetValueOrDefault(leaf.Position, new Ways(false, false))) is { } way)
            {
                yield return At(leaf.Position, "condition-not-exercised", $"no case of {rule.Id} shows this condition {way}");
            }
        }
    }

    private Told? Lacking(Ways ways) => (ways, rule.When) switch
    {
        ({ Held: false, Failed: false }, _) => (Told)"at all",
        ({ Held: false }, _) => "holding",
        ({ Failed: false }, not AlwaysCondition) => "not holding",
        _ => null,
    };

    private static IEnumerable<Condition> Leaves(Rule rule) => rule.When.Tree().Where(c => c.Children.IsEmpty);

    private static RuleFileError At(Position at, string code, Told message) => new(at.File, at.Line, at.Column, code, message);

    private readonly record struct Ways(bool Held, bool Failed)
    {
        public Ways With(bool held) => new(Held || held, Failed || !held);
    }
}
