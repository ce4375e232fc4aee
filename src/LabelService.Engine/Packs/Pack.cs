using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Packs;

/// <summary>A folder of rules for one jurisdiction and subject, checked and ready to run.</summary>
public sealed record Pack
{
    public required string Id { get; init; }
    public required string Version { get; init; }
    public required string Jurisdiction { get; init; }
    public required ImmutableSortedDictionary<string, string> Title { get; init; }
    public ImmutableArray<Rule> Rules { get; init; } = [];
    public ImmutableArray<NoticeForm> Notices { get; init; } = [];
    public ImmutableArray<AgeScale> AgeScales { get; init; } = [];

    /// <summary><c>sha256:</c> and a hash of the pack's file, line ends aside.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>What the file says beside its rules, its version and its title, as <see cref="RuleText.NodeText"/> has it: what every rule rests on.</summary>
    internal string Ground { get; init; } = "";

    /// <summary>What the pack should still mend, as far as the file alone tells; see <see cref="Checks.RuleLint"/>.</summary>
    internal ImmutableArray<RuleFileError> Warnings { get; init; } = [];

    /// <summary>What the pack names that other files must define.</summary>
    internal ImmutableArray<RuleReference> References { get; init; } = [];
}

/// <summary>A condition plus what it requires.</summary>
public sealed record Rule
{
    public required string Id { get; init; }
    public required string Pack { get; init; }
    public required string Jurisdiction { get; init; }
    public required RuleStatus Status { get; init; }

    /// <summary>Why the rule is off, or how sure its wording is; shown with the rule.</summary>
    public string? Note { get; init; }

    public ImmutableSortedDictionary<string, string> Title { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public DateOnly? ReviewBy { get; init; }

    /// <summary>The last day for which the wording was read in a source; later answers say so in their notices.</summary>
    public DateOnly? WordingVerifiedUntil { get; init; }

    public DayBasis Day { get; init; } = DayBasis.Asked;
    public ImmutableArray<LegalBasis> Basis { get; init; } = [];
    public required Condition When { get; init; }
    public required ImmutableArray<Requirement> Require { get; init; }

    /// <summary>Files with the rule's cases, as paths in the rules folder.</summary>
    public ImmutableArray<string> CaseFiles { get; init; } = [];

    /// <summary>How moderators handle what the rule leaves to them.</summary>
    public Moderation Moderation { get; init; } = Moderation.Usual;

    /// <summary>Lints that the rule answers: it is meant so, and says why.</summary>
    public ImmutableArray<AllowedLint> Allow { get; init; } = [];

    /// <summary>What the file says of it, as <see cref="RuleText.NodeText"/> has it: two rules with one text do the same.</summary>
    internal string Written { get; init; } = "";

    /// <summary>Where the rule stands, for messages: file, line and column, both from 1.</summary>
    public Position Position { get; init; }

    public bool Covers(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || day < until);
}

/// <summary>A lint that a rule answers.</summary>
/// <param name="Code">The lint's name, such as <c>common-word</c>.</param>
/// <param name="Reason">Why the rule is meant so.</param>
public sealed record AllowedLint(string Code, string Reason, Position Position);

public enum RuleStatus { On, Shadow, Off }

/// <summary>Which day a law looks at.</summary>
public enum DayBasis { Asked, Published }

/// <summary>What a rule asks for when its condition holds.</summary>
public abstract record Requirement;

/// <summary>A text that the article must carry.</summary>
public sealed record DisclosureRequirement : Requirement
{
    public required string Type { get; init; }
    public string? OfficialLanguage { get; init; }

    /// <summary>Liquid templates by language; <c>{{ subject | instrumental }}</c> gives the subject's registered name in a case.</summary>
    public required ImmutableSortedDictionary<string, NoticeTemplate> Text { get; init; }

    public Placement Placement { get; init; } = Placement.BeforeBody;
    public Presentation? Presentation { get; init; }

    /// <summary>Ids of the notice forms whose wording satisfies this in the official language; empty means any form of the type.</summary>
    public ImmutableArray<string> Accepts { get; init; } = [];

    /// <summary>Attribute paths without which no text can be made, such as <c>attributes.erid</c>.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Whether a moderator decides even where the evidence is certain.</summary>
    public bool Review { get; init; }
}

/// <summary>At least this mark on this scale.</summary>
public sealed record AgeRequirement(string Scale, string Value) : Requirement;

/// <summary>An outcome that is not a text. <paramref name="Why"/> by language, shown to the editor.</summary>
public sealed record FlagRequirement(FlagAction Action, ImmutableSortedDictionary<string, string> Why) : Requirement;
