using LabelService.Engine.Candidates;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Workflow.Sweeps;

/// <summary>From one state of the rules to the next: what changed, and which articles that can touch.</summary>
internal sealed class RulesStep
{
    private readonly RulesAt? _before;
    private readonly RulesAt _after;
    private readonly RulesetChange? _change;
    private readonly HashSet<string> _exceptions = new(StringComparer.Ordinal);
    private readonly List<string> _braked = [];

    /// <param name="before">Null where it is not known: then everything may be touched.</param>
    public RulesStep(RulesAt? before, RulesAt after)
    {
        (_before, _after) = (before, after);
        if (before is null)
        {
            return;
        }

        _change = RulesetChange.Between(before.Ruleset, before.Day, after.Ruleset, after.Day);
        _exceptions.UnionWith(Names(before).Except(Names(after)).Concat(Names(after).Except(Names(before))).Select(n => n.Entity));
        _braked.AddRange(before.Remembered.Brakes.Except(after.Remembered.Brakes).Concat(after.Remembered.Brakes.Except(before.Remembered.Brakes)).Select(b => b.Key).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Nobody knows what was told while a release was shown to some of the articles, so all are looked at.</summary>
    private bool IsStaged => _before is not null && Stages(_before) != Stages(_after);

    /// <param name="isFirst">Whether there was nothing before, and it is not only unknown.</param>
    public SweepCause Cause(bool isFirst) => _change is null
        ? SweepCause.Nothing with { Whole = [isFirst ? "first" : "unknown"] }
        : SweepCause.Of(WithBrakes(_change), _exceptions, IsStaged ? ["release"] : [], _before!.Day == _after.Day ? null : _after.Day);

    public WordQuery Query()
    {
        if (_change is null || IsStaged)
        {
            return WordQuery.All;
        }

        var decided = _before!.Decided.Union(_after.Decided, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var query = WithBrakes(_change).Query(_before.Ruleset, _after.Ruleset, decided);
        return _exceptions.Count == 0 ? query : query.Or(EntityWords.OfChange(_before.Ruleset, _after.Ruleset, _exceptions, decided));
    }

    private RulesetChange WithBrakes(RulesetChange change) => _braked.Count == 0 ? change : change with
    {
        Rules =
        [
            .. change.Rules,
            .. from id in _braked
               where change.Rules.All(r => r.Id != id)
               let rule = _after.Ruleset.Rules.FirstOrDefault(r => r.Id == id)
               where rule is not null
               select new RuleChange(RuleChangeKind.Changed, id, rule, rule),
        ],
    };

    private static string Stages(RulesAt rules) => string.Join(' ', rules.Loaded.Staged.Select(s => $"{s.Share} {s.Ruleset.Version}"));

    /// <summary>Everything that is said about whom words mean, on that day, of the folder's file and of all sites.</summary>
    private static IEnumerable<(string Entity, ExceptionSays Says, string? Article, string? Author, string? Words, string Whose)> Names(RulesAt rules) =>
    [
        .. rules.Ruleset.Exceptions.On(rules.Day).Names.Select(n => (n.Entity, n.Says, n.Article, n.Author, n.Words, "")),
        .. rules.Remembered.Rows.Where(r => !(r.Until <= rules.Day))
            .Select(r => (r.EntityId, r.MeansIt ? ExceptionSays.ThisOne : ExceptionSays.NotThisOne, r.Article, r.Author, r.Words, $"{r.Site} {r.Id}")),
    ];
}
