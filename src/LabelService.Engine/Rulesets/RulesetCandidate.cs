using System.Collections.Immutable;

namespace LabelService.Engine.Rulesets;

/// <summary>What the rules would be with some files changed, beside those in force: for trying a pack before anybody saves it.</summary>
/// <param name="Files">All files, the changed ones among them; what cases and lints are run on.</param>
/// <param name="Result">Built of them. A changed pack with errors is not in force here either: its last good state stands in for it, and the errors say why.</param>
public sealed record RulesetCandidate(IReadOnlyDictionary<string, string> Files, RulesetResult Result)
{
    /// <param name="files">The files of the folder, by their paths in it.</param>
    /// <param name="changed">New content by path; null takes a file away.</param>
    /// <param name="inForce">The ruleset made of <paramref name="files"/>: packs and registries that did not change are taken over from it, so that this takes a part of the time of loading.</param>
    public static RulesetCandidate Of(
        IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, string?> changed, RulesetSettings settings, Ruleset? inForce)
    {
        var all = files.Where(f => !changed.ContainsKey(f.Key)).Concat(changed.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Key, c.Value!)))
            .ToImmutableDictionary(StringComparer.Ordinal);
        return new RulesetCandidate(all, RulesetBuilder.Build(all, settings, inForce));
    }
}
