using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.Rulesets;

/// <param name="TimeZone">Whose midnight counts; part of the version.</param>
/// <param name="Jurisdictions">Which jurisdictions apply where a request names none; empty means all.</param>
public sealed record RulesetSettings(TimeZoneInfo TimeZone, ImmutableArray<string> Jurisdictions)
{
    /// <summary>Where readers reach the service, whose pages explain labels; without a slash at its end. Part of the version.</summary>
    public string PublicUrl { get; init; } = "http://127.0.0.1:5080";
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
    /// <param name="unread">Why files could not be read that lie in the folder: what they belong to is broken, and has not gone.</param>
    public static RulesetResult Build(
        IReadOnlyDictionary<string, string> files, RulesetSettings settings, Ruleset? lastGood = null, IReadOnlyCollection<RuleFileError>? unread = null)
    {
        var loading = new RulesetLoading(files, lastGood, unread ?? []);
        var registries = loading.Registries();
        var packs = loading.Packs(registries);
        var newsroom = loading.Newsroom(packs);
        var exceptions = loading.Exceptions(registries);
        var ruleset = IsNothing(packs.IsEmpty, registries.IsEmpty, loading.Broken)
            ? null
            : RulesetAssembly.Assemble(packs, registries, newsroom, settings, lastGood, loading.Broken) with { Exceptions = exceptions };
        return new RulesetResult(ruleset, loading.Errors, loading.Warnings, loading.Kept);
    }

    /// <summary>A folder without anything usable is an error of the operator, never "no rules apply"; nor is one whose packs are all broken.</summary>
    private static bool IsNothing(bool noPacks, bool noRegistries, BrokenFiles broken) => noPacks && (noRegistries || !broken.Packs.IsEmpty);
}
