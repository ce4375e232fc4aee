using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

/// <summary>How often the cases of one rule have made it and each of its conditions hold and fail.</summary>
internal sealed class CaseCoverage(Rule rule)
{
    /// <summary>Cases each way: one alone may pass by chance.</summary>
    private const int Least = 2;

    private readonly Dictionary<Position, Ways> _conditions = [];
    private Ways _rule;

    public void Add(ArticleFacts facts, AskedDay day, Ruleset ruleset, CheckReport report)
    {
        var fired = (report.Trace ?? []).Where(t => t.Fired).Select(t => t.Rule).ToHashSet(StringComparer.Ordinal);
        _rule = _rule.With(fired.Contains(rule.Id));
        var bound = ruleset.Rules.First(r => r.Id == rule.Id);
        var published = facts.Request.Article.PublishedAt?.DayIn(ruleset.TimeZone);
        var context = new EvaluationContext(bound.Day == DayBasis.Published ? published : day.Date, published, day.Date, fired.Contains);
        foreach (var leaf in Leaves(bound))
        {
            _conditions[leaf.Position] = Of(leaf).With(leaf.Evaluate(facts, context).Holds);
        }
    }

    public IEnumerable<ConditionCoverage> Conditions() => Leaves(rule)
        .Select(leaf => new ConditionCoverage(rule.Id, leaf.Position, Of(leaf).Held, Of(leaf).Failed))
        .Prepend(new ConditionCoverage(rule.Id, rule.Position, _rule.Held, _rule.Failed));

    public IEnumerable<RuleFileError> Gaps()
    {
        // A rule of which everything always holds has no article to be silent on.
        var silent = rule.When is AlwaysCondition && rule is { From: null, Until: null } ? Least : _rule.Failed;
        if (_rule.Held < Least || silent < Least)
        {
            yield return At(rule.Position, "too-few-cases", $"the rule {rule.Id} fires in {Cases(_rule.Held)} and is silent in {Cases(_rule.Failed)}; write at least {Least} of each in {string.Join(", ", rule.CaseFiles)}, for a case alone can pass by chance");
        }

        // "always" cannot fail to hold.
        foreach (var leaf in Leaves(rule).Where(l => l is not AlwaysCondition))
        {
            if (Lacking(Of(leaf)) is { } way)
            {
                yield return At(leaf.Position, "condition-not-exercised", $"no case of {rule.Id} shows this condition {way}; add one in which it does, or take the condition out");
            }
        }
    }

    private Ways Of(Condition leaf) => _conditions.GetValueOrDefault(leaf.Position);

    private static Told? Lacking(Ways ways) => ways switch
    {
        { Held: 0, Failed: 0 } => (Told)"at all",
        { Held: 0 } => "holding",
        { Failed: 0 } => "not holding",
        _ => null,
    };

    private static Told Cases(int number) => number switch { 0 => (Told)"no case", 1 => "1 case", _ => $"{number} cases" };

    private static IEnumerable<Condition> Leaves(Rule rule) => rule.When.Tree().Where(c => c.Children.IsEmpty);

    private static RuleFileError At(Position at, string code, Told message) => new(at.File, at.Line, at.Column, code, message);

    private readonly record struct Ways(int Held, int Failed)
    {
        public Ways With(bool held) => held ? this with { Held = Held + 1 } : this with { Failed = Failed + 1 };
    }
}
