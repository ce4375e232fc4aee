using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>What <c>all</c> and <c>any</c> share: reading their list, and joining what their parts say.</summary>
internal static class ConditionLists
{
    public static ImmutableArray<Condition>? Read(Node node, string name, PackScope scope)
    {
        if (node is not ListNode { Items.IsEmpty: false } list)
        {
            scope.Errors.Add(node.Position, "shape", $"'{name}' needs a list of conditions, each beginning with '- '");
            return null;
        }

        var read = list.Items.Select(item => ConditionReader.Read(item, scope)).ToList();
        return read.Contains(null) ? null : [.. read.OfType<Condition>()];
    }

    /// <summary>Evidence of all parts without repeats; what belongs to entities that fell out is left out.</summary>
    public static ImmutableArray<Evidence> Evidence(IEnumerable<Outcome> outcomes, ImmutableArray<SubjectMatch> kept) =>
        [.. outcomes.SelectMany(o => o.Subjects.IsEmpty ? o.Evidence : OfKept(o, kept)).Distinct()];

    public static string Because(IEnumerable<Outcome> outcomes, string joint) =>
        string.Join(joint, outcomes.Select(o => o.Because).Where(b => b.Length > 0).Distinct(StringComparer.Ordinal));

    private static IEnumerable<Evidence> OfKept(Outcome outcome, ImmutableArray<SubjectMatch> kept)
    {
        var dropped = outcome.Subjects.Where(s => !kept.Any(k => k.Fact.Entity.Id == s.Fact.Entity.Id)).SelectMany(s => s.Fact.Evidence).ToHashSet();
        return outcome.Evidence.Where(e => !dropped.Contains(e));
    }
}
