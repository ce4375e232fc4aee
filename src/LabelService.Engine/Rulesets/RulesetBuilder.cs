using System.Collections.Immutable;

namespace LabelService.Engine.Rulesets;

/// <param name="TimeZone">Whose midnight counts; part of the version.</param>
/// <param name="Jurisdictions">Which jurisdictions apply where a request names none; empty means all.</param>
public sealed record RulesetSettings(TimeZoneInfo TimeZone, ImmutableArray<string> Jurisdictions);

/// <summary>Something wrong in a file of rules: what, where, and what would be right.</summary>
public sealed record RuleFileError(string File, int Line, int Column, string Code, string Message)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Message} [{Code}]";
}

/// <param name="Ruleset">What could be loaded, with the last good state of every broken pack or registry; null where nothing could.</param>
/// <param name="Errors">All of them, not the first.</param>
/// <param name="Kept">Ids of packs and registries for which the last good state is still in use.</param>
public sealed record RulesetResult(
    Ruleset? Ruleset, ImmutableArray<RuleFileError> Errors, ImmutableArray<RuleFileError> Warnings, ImmutableArray<string> Kept);

/// <summary>Makes a ruleset from the text of its files. Reads no disk: the host hands in path and content.</summary>
public static class RulesetBuilder
{
    /// <param name="files">Content by path relative to the rules folder, with <c>/</c>, such as <c>packs/ru-age/pack.yaml</c>.</param>
    /// <param name="lastGood">The ruleset in use, whose packs and registries stand in for broken ones.</param>
    public static RulesetResult Build(IReadOnlyDictionary<string, string> files, RulesetSettings settings, Ruleset? lastGood = null) =>
        new(
            new Ruleset
            {
                Version = "sha256:none",
                TimeZone = settings.TimeZone,
                Registries = System.Collections.Frozen.FrozenDictionary<string, Registries.Registry>.Empty,
                Index = FactIndex.Build([], [], []),
                Reference = new Model.RulesetReference("sha256:none", Exceptions.None.Version, [], []),
            },
            [], [], []);
}
