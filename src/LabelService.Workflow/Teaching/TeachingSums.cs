using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Teaching;

/// <summary>Adds up days for the sites that one person may see.</summary>
/// <param name="sites">Null for all.</param>
internal sealed class TeachingSums(IReadOnlyCollection<string>? sites)
{
    private static readonly string Compliant = Kebab<Verdict>.Word(Verdict.Compliant);
    private static readonly string ActionRequired = Kebab<Verdict>.Word(Verdict.ActionRequired);

    public DayLine Line(DaySlice day)
    {
        var checks = day.Checks.Where(c => Sees(c.Site)).ToLookup(c => c.Verdict, c => c.Count, StringComparer.Ordinal);
        var (compliant, action) = (checks[Compliant].Sum(), checks[ActionRequired].Sum());
        var decided = day.Decided.Where(d => Sees(d.Site)).OrderBy(d => d.Seconds).ToList();
        return new DayLine(
            day.Day, compliant, action, checks.Sum(c => c.Sum()) - compliant - action,
            day.Opened.Where(o => Sees(o.Site)).Sum(o => o.Count), decided.Sum(d => d.Count), Quantile(decided, 0.5), Quantile(decided, 0.9));
    }

    public ImmutableArray<RuleLine> Rules(IEnumerable<DaySlice> days, QueueNow queue)
    {
        var decided = days.SelectMany(d => d.Decisions).Where(d => Sees(d.Site)).GroupBy(d => d.Rule, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => VerdictTally.Sum(g.Select(d => VerdictTally.Of(d.Action, d.Count))), StringComparer.Ordinal);
        return
        [
            .. decided.Keys.Union(queue.ByRule.Keys, StringComparer.Ordinal)
                .Select(rule => new RuleLine(rule, queue.ByRule.GetValueOrDefault(rule), decided.GetValueOrDefault(rule)))
                .OrderByDescending(r => r.Waiting + r.Tally.Decided).ThenBy(r => r.Rule, StringComparer.Ordinal),
        ];
    }

    /// <param name="sorted">Quickest first.</param>
    /// <returns>Within how many seconds that share of reviews was decided.</returns>
    internal static long? Quantile(IReadOnlyList<DecidedCount> sorted, double share)
    {
        var (wanted, seen) = (Math.Ceiling(sorted.Sum(d => d.Count) * share), 0L);
        foreach (var group in sorted)
        {
            seen += group.Count;
            if (seen >= wanted)
            {
                return Math.Max(0, group.Seconds);
            }
        }

        return null;
    }

    private bool Sees(string site) => sites?.Contains(site) != false;
}
