using LabelService.Engine.Model;

namespace LabelService.Workflow.Workshop;

/// <summary>A pack that somebody works on: new, or a change of one in force.</summary>
internal sealed class DraftRow
{
    public required string Id { get; init; }
    public required string Pack { get; set; }

    /// <summary>A word of <see cref="DraftState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Path → text, JSON as <see cref="Storage.PackedJson"/> keeps it.</summary>
    public required byte[] Files { get; set; }

    /// <summary>Hash of the pack in force from which the draft was begun; empty for a new pack.</summary>
    public required string BaseHash { get; set; }

    /// <summary>Counts from 1 and grows with every change, so that nobody overwrites what they have not seen.</summary>
    public int Revision { get; set; } = 1;

    public required DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }
    public required string ChangedByName { get; set; }

    /// <summary>Since when the draft runs beside the rules in force, counted and never shown.</summary>
    public DateTimeOffset? ShadowSince { get; set; }

    /// <summary>What it came to there: a <see cref="DryRuns.DryRunReport"/> as JSON.</summary>
    public string? ShadowReport { get; set; }

    public string? ProposedBy { get; set; }
    public string? ProposedByName { get; set; }
    public DateTimeOffset? ProposedAt { get; set; }
    public string? ProposalNote { get; set; }

    /// <summary>The effect on stored articles, measured when it was proposed.</summary>
    public string? Effect { get; set; }

    /// <summary>The release that was made of it.</summary>
    public long? Release { get; set; }

    public DraftState Is => Kebab<DraftState>.TryParse(State, out var state) ? state : DraftState.Draft;
}

/// <summary>draft → shadow → proposed → on; back to draft when refused or taken back; closed when given up or fully on.</summary>
internal enum DraftState { Draft, Shadow, Proposed, On, Closed }
