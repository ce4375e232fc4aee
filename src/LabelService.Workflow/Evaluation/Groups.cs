using System.Collections.Immutable;

namespace LabelService.Workflow.Evaluation;

/// <summary>Adds up results by group.</summary>
internal sealed class Groups<T>(Func<T, T, T> add)
{
    private readonly Dictionary<string, T> _sums = new(StringComparer.Ordinal);

    public void Add(string group, T result) => _sums[group] = _sums.TryGetValue(group, out var sum) ? add(sum, result) : result;

    public void Add(IEnumerable<string> groups, T result)
    {
        foreach (var group in groups.Prepend(EvaluationReport.All).Distinct(StringComparer.Ordinal))
        {
            Add(group, result);
        }
    }

    /// <summary>All texts, then tiers, then the other groups by name.</summary>
    public ImmutableArray<Group<T>> ToGroups() =>
    [
        .. _sums.OrderBy(g => g.Key != EvaluationReport.All).ThenBy(g => !g.Key.StartsWith("tier", StringComparison.Ordinal)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Group<T>(g.Key, g.Value)),
    ];
}
