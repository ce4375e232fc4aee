using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Finding;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Cases;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Reading;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Checking.Trials;

/// <summary>
/// Lets every rule look at the case articles of all packs: as the packs say, with all rules on, and with what a case switches itself, for a
/// rule may wait for another one or be silent beside it. Too dear for a service; for whoever writes rules.
/// </summary>
internal sealed class TrialRunner
{
    private readonly CaseRulesets _rulesets;
    private readonly ImmutableArray<Rule> _rules;
    private readonly Dictionary<Ruleset, ImmutableArray<Rule>> _orders = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Tried> _tried;
    private int _articles;

    private TrialRunner(Ruleset ruleset, RulesetSettings settings)
    {
        _rulesets = new CaseRulesets(ruleset, settings);
        _rules = [.. ruleset.PacksAsRead.SelectMany(p => p.Rules)];
        _tried = _rules.DistinctBy(r => r.Id).ToDictionary(r => r.Id, _ => new Tried(), StringComparer.Ordinal);
    }

    public static RuleTrial Run(IReadOnlyDictionary<string, string> files, Ruleset ruleset, RulesetSettings settings)
    {
        var runner = new TrialRunner(ruleset, settings);
        foreach (var path in runner._rules.SelectMany(r => r.CaseFiles).Distinct(StringComparer.Ordinal).Where(files.ContainsKey))
        {
            // What is wrong in a file of cases is for 'rules test' to say.
            runner.Try(path, CaseReader.Read(path, files[path], new FileErrors()));
        }

        return new RuleTrial(runner._articles, [.. runner._rules.Select(runner.Result)]);
    }

    private void Try(string path, CaseFile? file)
    {
        var owners = _rules.Where(r => r.CaseFiles.Contains(path)).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var one in file?.Cases ?? [])
        {
            try
            {
                Try(one, file!, owners);
            }
            catch (CheckRefusedException)
            {
                // 'rules test' says it of the case; it shows nothing about any rule.
            }

            _articles++;
        }
    }

    private void Try(RuleCase one, CaseFile file, HashSet<string> owners)
    {
        var allOn = _rulesets.Of(file, _rules.DistinctBy(r => r.Id).ToDictionary(r => r.Id, _ => RuleStatus.On, StringComparer.Ordinal));
        var request = new CheckRequest { Article = one.Article, AsOf = one.AsOf, Jurisdictions = one.Jurisdictions, Store = false };
        var day = AskedDays.Of(request, allOn.TimeZone);
        var facts = FactFinder.Find(ArticleReader.Read(request), allOn.Index);
        foreach (var (rule, subjects) in Fired(facts, day, _rulesets.Of(file, new Dictionary<string, RuleStatus>())))
        {
            _tried[rule].Add(_tried[rule].AsShipped, _articles, subjects, day, owners.Contains(rule));
        }

        foreach (var (rule, subjects) in Fired(facts, day, allOn))
        {
            _tried[rule].Add(_tried[rule].AllOn, _articles, subjects, day, owners.Contains(rule));
        }

        foreach (var (rule, subjects) in one.Rules.Count == 0 ? [] : Fired(facts, day, _rulesets.Of(file, one.Rules)))
        {
            _tried[rule].Add([], _articles, subjects, day, owners.Contains(rule));
        }
    }

    /// <summary>The rules whose condition holds, those that are off too: each is tried alone, and only those that are on and asked for silence or wake others.</summary>
    private IEnumerable<(string Rule, ImmutableArray<SubjectMatch> Subjects)> Fired(ArticleFacts facts, AskedDay day, Ruleset ruleset)
    {
        var published = facts.Request.Article.PublishedAt?.DayIn(ruleset.TimeZone);
        var fired = new HashSet<string>(StringComparer.Ordinal);
        var context = new EvaluationContext(day.Date, published, day.Date, fired.Contains) { Explains = false };
        foreach (var rule in InOrder(ruleset))
        {
            var asked = rule.Day == DayBasis.Published ? published : day.Date;
            if ((asked is { } known && !rule.Covers(known)) || rule.When.Evaluate(facts, context with { Day = asked }) is not { Holds: true } outcome)
            {
                continue;
            }

            if (rule.Status != RuleStatus.Off && Jurisdictions.Apply(facts.Request, ruleset, rule.Jurisdiction))
            {
                fired.Add(rule.Id);
            }

            yield return (rule.Id, outcome.Subjects);
        }
    }

    private ImmutableArray<Rule> InOrder(Ruleset ruleset)
    {
        if (!_orders.TryGetValue(ruleset, out var order))
        {
            _orders[ruleset] = order = RuleOrder.Sort(ruleset.Packs.SelectMany(p => p.Rules));
        }

        return order;
    }

    private TriedRule Result(Rule rule) => _tried[rule.Id] is var tried ? new TriedRule(rule, [.. tried.Fired], tried.InOwn, [.. tried.AsShipped], [.. tried.AllOn]) : null!;

    /// <summary>What is known of one rule so far.</summary>
    private sealed class Tried
    {
        public HashSet<int> Fired { get; } = [];
        public HashSet<Firing> AsShipped { get; } = [];
        public HashSet<Firing> AllOn { get; } = [];
        public bool InOwn { get; private set; }

        public void Add(HashSet<Firing> firings, int article, ImmutableArray<SubjectMatch> subjects, AskedDay day, bool isOwn)
        {
            Fired.Add(article);
            InOwn |= isOwn;
            if (day.Date is not null)
            {
                firings.UnionWith(subjects.IsEmpty ? [new Firing(article, "")] : subjects.Select(s => new Firing(article, $"{s.Fact.Entity.Id} {s.Fact.Role}")));
            }
        }
    }
}
