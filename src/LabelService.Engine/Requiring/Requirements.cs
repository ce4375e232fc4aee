using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Requiring;

/// <summary>What the rules in force ask of an article, before anybody looked at what it already carries.</summary>
internal sealed record Requirements
{
    public ImmutableArray<DisclosureDemand> Disclosures { get; init; } = [];
    public ImmutableArray<AgeDemand> Ages { get; init; } = [];
    public ImmutableArray<FlagDemand> Flags { get; init; } = [];
    public ImmutableArray<TraceLine> Trace { get; init; } = [];

    /// <summary>Rules in shadow that fired: counted by the host, never shown.</summary>
    public ImmutableArray<string> Shadow { get; init; } = [];

    /// <summary>Rules that fired on a day after the last one for which their wording was verified.</summary>
    public ImmutableArray<Rule> Unverified { get; init; } = [];
}

/// <param name="Certain">False where a moderator must confirm who is meant.</param>
/// <param name="EndedOnly">On an unknown day: only a rule or listing that has ended asks for it.</param>
internal sealed record DisclosureDemand(
    Rule Rule, DisclosureRequirement What, SubjectMatch? Subject, bool Certain, bool EndedOnly, double Confidence, ImmutableArray<Evidence> Evidence)
{
    public string Id => DisclosureId.Of(Rule.Id, Rule.Jurisdiction, Subject?.Fact.Entity.Id);

    /// <summary>The rule was too often wrong lately: a moderator looks at each hit.</summary>
    public bool Braked { get; init; }

    /// <summary>A moderator said that it must stand there.</summary>
    public bool IsApproved { get; init; }

    /// <summary>The wording by language, where a moderator changed it.</summary>
    public ImmutableSortedDictionary<string, string>? Edited { get; init; }

    public string Key => $"{What.Type}\n{Rule.Jurisdiction}\n{Subject?.Fact.Entity.Id}";

    /// <summary>Strength of the role, 0 the strongest.</summary>
    public int Strength => Subject is { } s ? (int)s.Fact.Role : 0;
}

internal sealed record AgeDemand(Rule Rule, AgeRequirement What, bool Certain, bool EndedOnly);

internal sealed record FlagDemand(Rule Rule, FlagRequirement What, ImmutableArray<Evidence> Evidence);
