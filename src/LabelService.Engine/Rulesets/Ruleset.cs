using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Rulesets;

/// <summary>All packs and registries loaded at one moment. Immutable; a check keeps the one it began with.</summary>
public sealed record Ruleset
{
    /// <summary><c>sha256:</c> and a hash of the content of packs, registries, newsroom file, time zone and public address.</summary>
    public required string Version { get; init; }

    /// <summary>The zone whose midnight turns a time into a day.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Where readers reach the pages that explain labels; without a slash at its end.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>The packs that are switched on, with all their rules, those that are off too, as the newsroom's file leaves them.</summary>
    public ImmutableArray<Pack> Packs { get; init; } = [];

    /// <summary>All rules that are on or in shadow, in the order in which they are evaluated.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    public required FrozenDictionary<string, Registry> Registries { get; init; }

    /// <summary>Jurisdictions that apply where a request names none; empty means all that are loaded.</summary>
    public ImmutableArray<string> DefaultJurisdictions { get; init; } = [];

    /// <summary>Ids of registries that rules speak of and that have no usable version: what hangs on them cannot be checked.</summary>
    public ImmutableArray<string> UnusableRegistries { get; init; } = [];

    /// <summary>Packs and registries with errors, packs that the newsroom switched off aside.</summary>
    public BrokenFiles Broken { get; init; } = BrokenFiles.None;

    /// <summary>Packs as their files say, the newsroom's file aside: what the next ruleset falls back to where a file is broken.</summary>
    internal ImmutableArray<Pack> PacksAsRead { get; init; } = [];

    /// <summary>The exceptions that lay beside the rules when they were read, ended ones too; no part of the version.</summary>
    public Exceptions Exceptions { get; init; } = Exceptions.None;

    internal Newsroom Newsroom { get; init; } = Newsroom.None;

    /// <summary>Everything that texts are searched for; made once.</summary>
    internal FactIndex Index { get; init; } = null!;

    /// <summary>Which rules can hold for an article; null where nobody has worked it out, and every rule is looked at.</summary>
    internal RuleTriggers? Triggers { get; init; }

    /// <summary>The reference that every answer carries; made once.</summary>
    public required RulesetReference Reference { get; init; }
}
