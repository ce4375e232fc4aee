using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Packs.Cases;

/// <summary>A file of cases: invented entities, and articles with what must come of them.</summary>
/// <param name="Entities">Stand in for the whole registries that they name, so that no import changes a case.</param>
public sealed record CaseFile(ImmutableArray<Entity> Entities, ImmutableArray<RuleCase> Cases);

/// <summary>An article and what the rules must make of it.</summary>
public sealed record RuleCase
{
    public required string Name { get; init; }
    public required Article Article { get; init; }
    public DateOnly? AsOf { get; init; }

    /// <summary>As a request names them; empty for all.</summary>
    public ImmutableArray<string> Jurisdictions { get; init; } = [];

    /// <summary>Rules switched for this case beside the one that the case belongs to, which is always on.</summary>
    public FrozenDictionary<string, RuleStatus> Rules { get; init; } = FrozenDictionary<string, RuleStatus>.Empty;

    public required CaseExpectation Expect { get; init; }
    public Position Position { get; init; }
}

/// <summary>What must come of a case; a part that is null is not looked at.</summary>
public sealed record CaseExpectation
{
    /// <summary>No disclosure, no flag, and no age mark missing or incorrect.</summary>
    public bool Nothing { get; init; }

    /// <summary>The rule that the case belongs to does not speak, whatever others say.</summary>
    public bool Silent { get; init; }

    public Verdict? Verdict { get; init; }

    /// <summary>Exactly these, in any order.</summary>
    public ImmutableArray<ExpectedDisclosure>? Disclosures { get; init; }

    public ExpectedAge? Age { get; init; }

    /// <summary>Exactly these, in any order.</summary>
    public ImmutableArray<ExpectedFlag>? Flags { get; init; }
}

/// <param name="Subject">The entity's id.</param>
/// <param name="Text">Parts that the text in a language must hold.</param>
public sealed record ExpectedDisclosure(
    string Type, DisclosureStatus Status, string? Subject, string? Rule, ImmutableSortedDictionary<string, string> Text);

/// <param name="Value">The mark; null where none may be required or found.</param>
public sealed record ExpectedAge(string? Value, DisclosureStatus? Status);

public sealed record ExpectedFlag(string? Rule, FlagAction Action);
