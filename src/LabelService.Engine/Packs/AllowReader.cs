using System.Collections.Immutable;
using LabelService.Engine.Packs.Checks;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs;

/// <summary>Reads which lints a rule answers; an answer says why.</summary>
internal static class AllowReader
{
    private const int LongestReason = 500;

    public static ImmutableArray<AllowedLint> Read(MapReader rule)
    {
        if (rule.Map("allow", "'allow'", LintCodes.All) is not { } map)
        {
            return [];
        }

        // An answer that says nothing is none.
        foreach (var empty in (rule.Get("allow") as MapNode)!.Entries.Where(e => LintCodes.All.Contains(e.Key.Value) && !map.Has(e.Key.Value)))
        {
            map.Errors.Add(empty.Key.Position, "missing-value", $"'{empty.Key.Value}' is allowed without a reason; write why the rule is meant so, such as {empty.Key.Value}: \"why\"");
        }

        return
        [
            .. LintCodes.All.Where(map.Has)
                .Select(code => map.Text(code, LongestReason) is { } reason ? new AllowedLint(code, reason, map.At(code)) : null).OfType<AllowedLint>(),
        ];
    }
}
