using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Workflow.Rulesets;

/// <summary>The ruleset in use and how its last loading went.</summary>
/// <param name="Ruleset">Null where nothing could be loaded yet.</param>
/// <param name="Errors">Everything wrong in the files as they are now.</param>
/// <param name="Kept">Packs and registries whose last good state is still in use.</param>
internal sealed record LoadedRuleset(Ruleset? Ruleset, ImmutableArray<RuleFileError> Errors, ImmutableArray<string> Kept, DateTimeOffset LoadedAt)
{
    public static readonly LoadedRuleset Nothing = new(null, [], [], DateTimeOffset.UnixEpoch);
}
